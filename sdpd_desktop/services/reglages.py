"""Changes what an office may settle of an indicator, and adds indicators of its own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.controle_cible import verifier_cibles
from sdpd_desktop.domain.controle_formule import verifier_formule
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.indicateur import Indicateur, Reglages
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import find, indicateurs_of

MAX_DELAI, MAX_DECIMALES = 1000, 6
_LONGEST = {
    "titre": (300, "Le titre"),
    "unite": (40, "L'unité"),
    "numerateur": (200, "Le numérateur"),
    "denominateur": (200, "Le dénominateur"),
    "produit": (60, "Le produit"),
    "source": (300, "La source"),
    "methode": (4000, "La méthode"),
}


def regler(ground: Ground, plan: str, designation: str, voulu: Reglages) -> None:
    """Store the settings of an indicator; nothing when they are those it has.

    Raises:
        NotFoundError: No such plan, indicator, partner or territory.
        ValidationError: A setting breaks a rule.
    """
    with ground.database.read() as work:
        indicateurs = indicateurs_of(work, plan)
    indicateur = find(indicateurs, plan, designation)
    voulu = _stripped(voulu)
    if Reglages.de(indicateur) == voulu:
        return
    with ground.write(f"régler {indicateur.chiffre}") as work:
        _check(work, plan, voulu.appliques(indicateur), indicateurs)
        _check_kept(work, plan, indicateur, voulu)
        partner = _partner(work, ground, voulu.fournisseur)
        work.indicateurs.settle(indicateur.id, voulu, partner)
        work.commit()
    ground.tell(Change.INDICATEURS)


def creer(ground: Ground, plan: str, parent: str, voulu: Reglages) -> str:
    """Add an indicator of the office's own to an object of a plan; return its code.

    Raises:
        NotFoundError: No such plan, object, partner or territory.
        ValidationError: A setting breaks a rule.
    """
    voulu = _stripped(voulu)
    with ground.database.read() as work:
        indicateurs = indicateurs_of(work, plan)
        if parent not in _objets(work.plans.details(plan)):
            raise NotFoundError(
                f"Le plan {plan} n'a ni axe, ni objectif, ni action « {parent} » : choisissez ce "
                "que l'indicateur mesure."
            )
    code = _next_code("P" if parent == plan else parent, indicateurs)
    with ground.write(f"créer l'indicateur {code}") as work:
        made = _blank(plan, parent, code, voulu)
        _check(work, plan, made, (*indicateurs, made))
        partner = _partner(work, ground, voulu.fournisseur)
        work.indicateurs.create(work.plans.row(plan), parent, code, voulu, partner)
        work.commit()
    ground.tell(Change.INDICATEURS)
    return code


def _objets(plan: PlanDetails) -> Iterable[str]:
    """Yield the codes of what an indicator may belong to."""
    yield plan.code
    for axe in plan.axes:
        yield axe.code
    for objectif in plan.objectifs():
        yield objectif.code
    for action in plan.actions():
        yield action.code


def _next_code(prefix: str, indicateurs: Iterable[Indicateur]) -> str:
    shape = re.compile(rf"{re.escape(prefix)}\.i(\d+)")
    taken = [int(found[1]) for i in indicateurs if (found := shape.fullmatch(i.code))]
    return f"{prefix}.i{max(taken, default=0) + 1}"


def _blank(plan: str, parent: str, code: str, voulu: Reglages) -> Indicateur:
    """Return the indicator that settings will make, before it has an id."""
    given = {field.name: getattr(voulu, field.name) for field in fields(voulu)}
    return Indicateur(
        id="", plan=plan, code=code, reference="", parent=parent, remarques=(), **given
    )


def _stripped(voulu: Reglages) -> Reglages:
    """Return the settings without stray spaces, their targets ranked in order."""
    texts = {name: getattr(voulu, name).strip() for name in _LONGEST}
    depart = replace(
        voulu.depart, periode=voulu.depart.periode.strip(), texte=voulu.depart.texte.strip()
    )
    sites = tuple(site.strip() for site in voulu.sites if site.strip())
    return replace(voulu, **texts, depart=depart, sites=sites).sans_ids()


def _partner(work: UnitOfWork, ground: Ground, code: str) -> str | None:
    if not code:
        return None
    known = {p.code: p.id for p in work.partenaires.summaries(ground.clock.today())}
    if code not in known:
        raise NotFoundError(f"Aucun partenaire ne porte le code « {code} ».")
    return known[code]


def _check(
    work: UnitOfWork, plan: str, made: Indicateur, indicateurs: Sequence[Indicateur]
) -> None:
    """Refuse settings that break a rule, be it for another indicator."""
    _check_texts(made)
    _check_numbers(made)
    verifier_cibles(
        made.nature, made.cibles, made.unite, made.sites, made.depart.valeur,
        (made.numerateur, made.denominateur),
    )  # fmt: skip
    here = work.plans.territoire_code(plan)
    places = {*made.territoires}
    if made.formule is not None:
        places |= {o.territoire for o in made.formule.operandes if o.territoire}
    for code in places:
        work.partenaires.territoire_row(code)
    if here in made.territoires:
        raise ValidationError(
            "territoires", f"{here} est le territoire du plan lui-même : donnez ses parties."
        )
    if made.formule is not None and made.territoires:
        raise ValidationError(
            "territoires", "Un indicateur calculé l'est pour tout territoire : retirez la liste."
        )
    known: Mapping[str, Indicateur] = {**{i.code: i for i in indicateurs}, made.code: made}
    for item in known.values():  # A product that changes may break another one's sum.
        verifier_formule(item, known)


def _check_kept(work: UnitOfWork, plan: str, before: Indicateur, voulu: Reglages) -> None:
    """Refuse what would make the values already given mean something else, or vanish."""
    values = work.indicateurs.current(work.plans.row(plan), [before.id])
    count = sum(o.valeur is not None for o in values)
    if not count:
        return
    known = f"{before.chiffre} a déjà {format_nombre(count)} valeur(s)"
    if voulu.unite != before.unite:
        raise ValidationError(
            "unite",
            f"{known} en {quote(before.unite or 'nombre')} : effacez-les d'abord, ou créez un "
            "autre indicateur.",
        )
    if voulu.formule is not None and before.formule is None:
        raise ValidationError(
            "formule", f"{known} saisie(s), que le calcul cacherait : effacez-les d'abord."
        )


def _check_texts(made: Indicateur) -> None:
    if not made.titre:
        raise ValidationError("titre", "Donnez un titre à l'indicateur : ce qui est compté.")
    for name, (most, words) in _LONGEST.items():
        if len(getattr(made, name)) > most:
            raise ValidationError(name, f"{words} tient en {most} caractères.")


def _check_numbers(made: Indicateur) -> None:
    if not 0 <= made.delai_jours <= MAX_DELAI:
        raise ValidationError(
            "delai_jours", f"Le délai est un nombre de jours entre 0 et {MAX_DELAI}."
        )
    if made.seuil_variation is not None and made.seuil_variation <= 0:
        raise ValidationError("seuil_variation", "Le seuil est un pourcentage plus grand que zéro.")
    if not 0 <= made.decimales <= MAX_DECIMALES:
        raise ValidationError("decimales", f"Entre 0 et {MAX_DECIMALES} décimales.")
    low, high = made.minimum, made.maximum
    if low is not None and high is not None and high < low:
        raise ValidationError("maximum", "Le maximum est plus petit que le minimum.")
    if made.depart.periode:
        try:
            parse_periode(made.depart.periode)
        except ValidationError as error:
            raise ValidationError("depart_periode", str(error)) from error
