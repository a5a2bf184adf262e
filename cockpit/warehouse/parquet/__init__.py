"""Batch work over Parquet: one statement a task, run unchanged by DuckDB here or by Spark."""

from cockpit.warehouse.parquet.duck import DuckDB
from cockpit.warehouse.parquet.spark import Spark
from cockpit.warehouse.parquet.task import Engine, EngineFailed, Task

__all__ = ["DuckDB", "Engine", "EngineFailed", "Spark", "Task"]
