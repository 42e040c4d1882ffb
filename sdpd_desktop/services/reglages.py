"""Changes what an office may settle of an indicator: how it is counted, computed and watched."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.controle_formule import verifier_formule
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.indicateur import Indicateur, Reglages
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import find, indicateurs_of

MAX_DELAI, MAX_DECIMALES, MAX_PRODUIT = 1000, 6, 60


def regler(ground: Ground, plan: str, designation: str, voulu: Reglages) -> None:
    """Store the settings of an indicator; nothing when they are those it has.

    Raises:
        NotFoundError: No such plan, indicator, partner or territory.
        ValidationError: A setting breaks a rule.
    """
    with ground.database.read() as work:
        indicateurs = indicateurs_of(work, plan)
    indicateur = find(indicateurs, plan, designation)
    if Reglages.de(indicateur) == voulu:
        return
    with ground.write(f"régler {indicateur.chiffre}") as work:
        _check(work, plan, indicateur, indicateurs, voulu)
        partner = _partner(work, ground, voulu.fournisseur)
        work.indicateurs.settle(indicateur.id, voulu, partner)
        work.commit()
    ground.tell(Change.INDICATEURS)


def _partner(work: UnitOfWork, ground: Ground, code: str) -> str | None:
    if not code:
        return None
    known = {p.code: p.id for p in work.partenaires.summaries(ground.clock.today())}
    if code not in known:
        raise NotFoundError(f"Aucun partenaire ne porte le code « {code} ».")
    return known[code]


def _check(
    work: UnitOfWork,
    plan: str,
    indicateur: Indicateur,
    indicateurs: Sequence[Indicateur],
    voulu: Reglages,
) -> None:
    _check_numbers(voulu)
    here = work.plans.territoire_code(plan)
    places = {*voulu.territoires}
    if voulu.formule is not None:
        places |= {o.territoire for o in voulu.formule.operandes if o.territoire}
    for code in places:
        work.partenaires.territoire_row(code)
    if here in voulu.territoires:
        raise ValidationError(
            "territoires", f"{here} est le territoire du plan lui-même : donnez ses parties."
        )
    made = replace(indicateur, formule=voulu.formule, produit=voulu.produit.strip())
    known: Mapping[str, Indicateur] = {**{i.code: i for i in indicateurs}, made.code: made}
    for item in known.values():  # A product that changes may break another one's sum.
        verifier_formule(item, known)
    if voulu.formule is not None:
        _check_typed(work, plan, indicateur, voulu)


def _check_typed(work: UnitOfWork, plan: str, indicateur: Indicateur, voulu: Reglages) -> None:
    """Refuse a formula where values were typed: they would vanish behind it."""
    if voulu.territoires:
        raise ValidationError(
            "territoires", "Un indicateur calculé l'est pour tout territoire : retirez la liste."
        )
    typed = work.indicateurs.current(work.plans.row(plan), [indicateur.id])
    count = sum(o.valeur is not None for o in typed)
    if indicateur.formule is None and count:
        raise ValidationError(
            "formule",
            f"{indicateur.chiffre} a déjà {format_nombre(count)} valeur(s) saisie(s), que le "
            "calcul cacherait : effacez-les d'abord.",
        )


def _check_numbers(voulu: Reglages) -> None:
    if not 0 <= voulu.delai_jours <= MAX_DELAI:
        raise ValidationError(
            "delai_jours", f"Le délai est un nombre de jours entre 0 et {MAX_DELAI}."
        )
    if voulu.seuil_variation is not None and voulu.seuil_variation <= 0:
        raise ValidationError("seuil_variation", "Le seuil est un pourcentage plus grand que zéro.")
    if not 0 <= voulu.decimales <= MAX_DECIMALES:
        raise ValidationError("decimales", f"Entre 0 et {MAX_DECIMALES} décimales.")
    if len(voulu.produit.strip()) > MAX_PRODUIT:
        raise ValidationError("produit", f"Le produit tient en {MAX_PRODUIT} caractères.")
    low, high = voulu.minimum, voulu.maximum
    if low is not None and high is not None and high < low:
        raise ValidationError("maximum", "Le maximum est plus petit que le minimum.")
