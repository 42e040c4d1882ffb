"""Whatever the shipped data quote has a legend."""

from sdpd_desktop.documents.reference import read_reference_data


def test_every_document_quoted_has_its_title_and_its_date() -> None:
    data = read_reference_data()
    known = {source.code: source for source in data.sources}
    quoted = {plan.source for plan in data.plans} | {c.source for c in data.conventions}
    assert quoted == set(known)
    assert all(source.titre and (source.date or source.periode) for source in known.values())
