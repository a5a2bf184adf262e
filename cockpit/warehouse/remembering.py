"""What staff confirmed about kinds of files."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.memory import Answer, Memory
from cockpit.warehouse import remembered
from cockpit.warehouse.opened import Opened, change


class Remembering(Opened):
    """Answers kept, given and taken back."""

    def memory(self, file_name: str, bureau: str = "") -> Memory:
        """What may help to read a file of this name."""
        with self._engine.connect() as connection:
            return remembered.memory(connection, file_name, bureau)

    def answers(self, family: str | None = None) -> list[Answer]:
        """What was confirmed and not taken back, of one family or of all."""
        with self._engine.connect() as connection:
            return remembered.standing(connection, family)

    def remember(self, answers: Sequence[Answer], person: str) -> None:
        """Keep answers; the last one about a text counts, an empty one takes it back."""
        self._change(change(remembered.add, answers, person))

    def forget(self, answer: int, person: str) -> Answer:
        """Take a standing answer back; raises NotInCatalogue where there is none of this number."""
        return self._change(change(remembered.take_back, answer, person))
