"""What a formula must obey before it is stored: known operands, no circle, no wrong sum."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.indicateur import Grandeur, Indicateur, NatureCible
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.texte import quote

MAX_DECALAGE = 60
_EXACTLY_TWO = (Operation.RATIO, Operation.PART)
_ADDING = (Operation.SOMME, Operation.DIFFERENCE, Operation.PART)


def verifier_formule(indicateur: Indicateur, indicateurs: Mapping[str, Indicateur]) -> None:
    """Check the formula of an indicator among those of its plan, by code.

    Raises:
        ValidationError: The first rule it breaks, with what to do.
    """
    formule = indicateur.formule
    if formule is None:
        return
    known = {**indicateurs, indicateur.code: indicateur}
    _check_operandes(indicateur, formule, known)
    _check_circle(indicateur, known)
    _check_unite(indicateur, formule, known)
    if formule.operation in _ADDING:
        _check_produits(indicateur, formule, known)
    if formule.operation is Operation.SOMME:
        _check_somme(formule, known)


def produits(indicateur: Indicateur, indicateurs: Mapping[str, Indicateur]) -> frozenset[str]:
    """Return the products an indicator counts, through its formula if it has one."""
    if indicateur.formule is None or indicateur.produit:
        return frozenset({indicateur.produit})
    operandes = (indicateurs[operande.indicateur] for operande in indicateur.formule.operandes)
    return frozenset().union(*(produits(operande, indicateurs) for operande in operandes))


def _refusal(message: str) -> ValidationError:
    return ValidationError("formule", message)


def _check_operandes(
    indicateur: Indicateur, formule: Formule, known: Mapping[str, Indicateur]
) -> None:
    count = len(formule.operandes)
    if formule.operation in _EXACTLY_TWO and count != 2:
        raise _refusal(
            f"Un calcul « {formule.operation} » demande deux opérandes, pas {count} : "
            "le premier est rapporté au second."
        )
    if formule.operation not in _EXACTLY_TWO and count < 2:
        raise _refusal(f"Un calcul « {formule.operation} » demande au moins deux opérandes.")
    for operande in formule.operandes:
        if operande.indicateur not in known:
            raise _refusal(
                f"La formule de {indicateur.code} emploie {quote(operande.indicateur)}, qui n'est "
                "pas un indicateur du plan : donnez son code."
            )
        if not 0 <= operande.decalage <= MAX_DECALAGE:
            raise _refusal(
                f"Le décalage de {operande.indicateur} doit être entre 0 et {MAX_DECALAGE} "
                "périodes en arrière."
            )


def _check_circle(indicateur: Indicateur, known: Mapping[str, Indicateur]) -> None:
    circle = next(_circles((indicateur.code,), known), None)
    if circle:
        raise _refusal(
            f"La formule tourne en rond : {' → '.join(circle)}. Retirez l'un de ces liens."
        )


def _circles(path: tuple[str, ...], known: Mapping[str, Indicateur]) -> Iterator[tuple[str, ...]]:
    """Yield the paths through formulas that come back to their first code."""
    found = known.get(path[-1])
    if found is None or found.formule is None:
        return
    for code in dict.fromkeys(operande.indicateur for operande in found.formule.operandes):
        if code == path[0]:
            yield (*path, code)
        elif code not in path:
            yield from _circles((*path, code), known)


def _check_unite(indicateur: Indicateur, formule: Formule, known: Mapping[str, Indicateur]) -> None:
    if (formule.operation is Operation.PART) != (indicateur.unite == "%") and formule.rapporte:
        raise _refusal(
            "Une part s'exprime en % et un ratio dans une autre unité : "
            "changez l'unité ou l'opération."
        )
    if formule.operation is Operation.RATIO:
        return
    unites = dict.fromkeys(known[operande.indicateur].unite for operande in formule.operandes)
    if formule.operation is not Operation.PART:
        unites[indicateur.unite] = None
    if len(unites) > 1:
        raise _refusal(
            f"Des unités différentes ne se combinent pas : {', '.join(map(quote, unites))}."
        )


def _check_produits(
    indicateur: Indicateur, formule: Formule, known: Mapping[str, Indicateur]
) -> None:
    found = produits(replace(indicateur, produit=""), known)
    if len(found) > 1:
        named = ", ".join(quote(produit or "sans produit") for produit in sorted(found))
        raise _refusal(f"Des produits différents ne s'additionnent jamais : {named}.")
    if indicateur.produit and found != {indicateur.produit}:
        raise _refusal(
            f"L'indicateur compte {quote(indicateur.produit)}, ses opérandes autre chose."
        )


def _check_somme(formule: Formule, known: Mapping[str, Indicateur]) -> None:
    """Refuse sums that mean nothing, or that count something twice."""
    seen: dict[tuple[str, str, int], list[Zone | None]] = {}
    for operande in formule.operandes:
        it = known[operande.indicateur]
        if it.unite == "%" or (it.formule is not None and it.formule.rapporte):
            raise _refusal(
                f"{it.code} est un rapport : des rapports ne s'additionnent pas. "
                "Additionnez leurs numérateurs et leurs dénominateurs, puis rapportez-les."
            )
        if it.nature is NatureCible.JALON:
            raise _refusal(f"{it.code} est un jalon : des jalons ne s'additionnent pas.")
        seen.setdefault(_place(operande), []).append(operande.zone)
        shifts = {o.decalage for o in formule.operandes if o.indicateur == it.code}
        if it.grandeur is not Grandeur.FLUX and len(shifts) > 1:
            raise _refusal(
                f"{it.code} est un {it.grandeur} : ses valeurs ne s'additionnent pas d'une "
                "période à l'autre."
            )
    for (code, _, _), zones in seen.items():
        whole = {None, Zone.ENSEMBLE} & set(zones)
        if (whole and len(zones) > 1) or len(set(zones)) < len(zones):
            raise _refusal(f"La somme compterait deux fois {code} : une zone y figure en double.")


def _place(operande: Operande) -> tuple[str, str, int]:
    return operande.indicateur, operande.territoire, operande.decalage
