"""The queue of files to look at."""

from pathlib import Path

from sdpd_desktop.gui.retours.attente import FileAttente

A, B, C = Path("a.xlsx"), Path("b.xlsx"), Path("c.xlsx")


def test_files_come_in_order_with_their_place() -> None:
    queue = FileAttente()
    queue.add([A, B])
    assert (queue.next(), queue.place) == (A, "Fichier 1 sur 2")
    queue.add([C])
    assert (queue.next(), queue.place) == (B, "Fichier 2 sur 3")
    assert queue.next() == C
    assert queue.next() is None
    assert queue.place == ""


def test_a_file_alone_has_no_place() -> None:
    queue = FileAttente()
    queue.add([A])
    assert (queue.next(), queue.place) == (A, "")


def test_leaving_forgets_what_was_not_read() -> None:
    queue = FileAttente()
    queue.add([A, B, C])
    queue.next()
    assert queue.clear() == 2
    assert queue.next() is None
