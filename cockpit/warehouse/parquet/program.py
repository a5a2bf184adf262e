"""What Spark's own Python runs: relations named, statements put to them, answers as Parquet.

It is started by path, with one argument, a file of JSON: master, relations, statements, folder.
Nothing of the product is imported here, and this is imported by nothing of the product.
"""

import json
import sys
from pathlib import Path

from pyspark.sql import SparkSession  # ty: ignore[import-not-found]

# Bytes of rows in memory for one of Parquet: words that repeat take next to nothing there. Without
# it Spark takes millions of rows for few, and hands all of them to every executor.
_PACKED = 50


def main(order: dict) -> None:
    """Put each statement to the relations and write its answer into the folder of its name."""
    builder = SparkSession.builder.appName("econ-cockpit").master(order["master"])
    spark = builder.config("spark.sql.sources.fileCompressionFactor", _PACKED).getOrCreate()
    for name, files in order["relations"].items():
        spark.read.parquet(*files).createOrReplaceTempView(name)
    for name, text in order["statements"].items():
        spark.sql(text).write.parquet(f"{order['folder']}/{name}")
    spark.stop()


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
