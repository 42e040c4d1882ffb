"""Rules that reference data must obey between one table and another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from sdpd_desktop.domain.controle_cible import verifier_cibles
from sdpd_desktop.domain.controle_formule import verifier_formule
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Indicateur, Reference
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.reference import (
    ActionReference,
    ConventionReference,
    IndicateurReference,
    PartenaireReference,
    PlanReference,
    ReferenceData,
    TerritoireReference,
)
from sdpd_desktop.domain.territoire import NatureTerritoire
from sdpd_desktop.domain.texte import search_key


def check(data: ReferenceData) -> None:
    """Refuse duplicates, unknown codes and targets that no rule can follow.

    Raises:
        ValidationError: The first fault found, with its file, table and key.
    """
    _check_territoires(data.territoires)
    _check_partenaires(data)
    _unique("plans/*.toml, table [plan]", (plan.code for plan in data.plans))
    for plan in data.plans:
        _check_plan(plan, data)
    for convention in data.conventions:
        _check_convention(convention, data)
    _check_instances(data)
    place = "conservation.toml, table [[conservation]]"
    _unique(place, (item.nature for item in data.conservation))
    for item in data.conservation:
        if item.duree_mois < 1:
            raise refusal(f"{place} ({item.nature})", "duree_mois", "au moins un mois est attendu")


def departements_of(territoire: str, territoires: Iterable[TerritoireReference]) -> set[str]:
    """Return the codes of the départements the territory is, lies in or contains; all for ""."""
    by_code = {item.code: item for item in territoires}
    return {
        item.code
        for item in by_code.values()
        if item.nature is NatureTerritoire.DEPARTEMENT
        and (
            not territoire
            or territoire in _around(item.code, by_code)
            or item.code in _around(territoire, by_code)
        )
    }


def _around(code: str, by_code: Mapping[str, TerritoireReference]) -> set[str]:
    """Return the territory and all those it lies in."""
    waiting, seen = [code], set[str]()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(by_code[here].dans)
    return seen


def refusal(place: str, key: str, reason: str) -> ValidationError:
    """Return the error that says where the fault is; without a key, the file is at fault."""
    where = f"{place}, clé « {key} »" if key else place
    return ValidationError(key, f"Données de référence, {where} : {reason}.")


def _unique(place: str, codes: Iterable[str], key: str = "code") -> None:
    seen = set[str]()
    for code in codes:
        if code in seen:
            raise refusal(place, key, f"« {code} » est déjà pris")
        seen.add(code)


def _known(place: str, key: str, code: str, known: Iterable[str], noun: str) -> None:
    if code and code not in known:
        raise refusal(place, key, f"« {code} » n'est pas un code de {noun} connu")


def _check_territoires(territoires: tuple[TerritoireReference, ...]) -> None:
    place = "territoires.toml, table [[territoire]]"
    _unique(place, (item.code for item in territoires))
    around = {item.code: item.dans for item in territoires}
    for item in territoires:
        for code in item.dans:
            _known(f"{place} ({item.code})", "dans", code, around, "territoire")
    by_code = {item.code: item for item in territoires}
    for item in territoires:
        if any(item.code in _around(code, by_code) for code in item.dans):
            raise refusal(f"{place} ({item.code})", "dans", "le territoire se contient")


def _check_partenaires(data: ReferenceData) -> None:
    place = "partenaires.toml, table [[partenaire]]"
    _unique(place, (item.code for item in data.partenaires))
    codes = {item.code for item in data.partenaires}
    territoires = {item.code for item in data.territoires}
    for item in data.partenaires:
        where = f"{place} ({item.code})"
        _known(where, "territoire", item.territoire, territoires, "territoire")
        _known(where, "relais", item.relais, codes - {item.code}, "partenaire")
        for code in item.membres:
            _known(where, "membres", code, codes - {item.code}, "partenaire")
        if (item.membres or item.relais) and not item.collectif:
            raise refusal(where, "collectif", "un membre ou un relais suppose un collectif")
        if item.depuis and item.jusqu_au and item.jusqu_au < item.depuis:
            raise refusal(where, "jusqu_au", "cette date précède « depuis »")
    _check_names(place, data)
    for rank, succession in enumerate(data.successions, 1):
        where = f"partenaires.toml, table [[succession]] n° {rank}"
        _known(where, "ancien", succession.ancien, codes, "partenaire")
        for code in succession.nouveau:
            _known(where, "nouveau", code, codes - {succession.ancien}, "partenaire")
        if not succession.nouveau:
            raise refusal(where, "nouveau", "au moins un successeur est attendu")


def names_of(partenaire: PartenaireReference) -> Iterator[str]:
    """Yield the search keys a partner answers to: code, name, acronym and aliases."""
    names = (partenaire.code, partenaire.nom, partenaire.sigle, *partenaire.alias)
    yield from {search_key(name) for name in names if name}


def _check_names(place: str, data: ReferenceData) -> None:
    """Refuse one name for two partners of one département; a successor may keep the name."""
    owners: dict[tuple[str, str], str] = {}
    heirs = {(s.ancien, code) for s in data.successions for code in s.nouveau}
    for item in data.partenaires:
        scopes = departements_of(item.territoire, data.territoires)
        for scope, name in product(sorted(scopes), sorted(names_of(item))):
            owner = owners.setdefault((scope, name), item.code)
            if owner != item.code and not {(owner, item.code), (item.code, owner)} & heirs:
                reason = f"« {name} » désigne déjà {owner}"
                raise refusal(f"{place} ({item.code})", "alias", reason)


def _check_plan(plan: PlanReference, data: ReferenceData) -> None:
    file = f"plans/{plan.code}.toml"
    territoires = {item.code for item in data.territoires}
    _known(f"{file}, table [plan]", "territoire", plan.territoire, territoires, "territoire")
    if plan.debut and plan.fin and plan.fin < plan.debut:
        raise refusal(f"{file}, table [plan]", "fin", "cette date précède « debut »")
    axes = [axe.code for axe in plan.axes]
    objectifs = [objectif.code for objectif in plan.objectifs]
    actions = [action.code for action in plan.actions]
    for table, codes, pattern in (
        ("axe", axes, r"AX\d+"),
        ("objectif", objectifs, r"O\d+"),
        ("action", actions, r"O\d+\.A\d+"),
    ):
        _unique(f"{file}, table [[{table}]]", codes)
        _shaped(f"{file}, table [[{table}]]", codes, pattern)
    for objectif in plan.objectifs:
        place = f"{file}, table [[objectif]] ({objectif.code})"
        _known(place, "axe", objectif.axe, axes, "axe")
    for action in plan.actions:
        _check_action(file, action, objectifs, {item.code for item in data.partenaires})
    _check_figures(file, plan, {item.code for item in data.partenaires})
    _check_computed(file, plan, territoires)


def _check_computed(file: str, plan: PlanReference, territoires: set[str]) -> None:
    """Refuse places that are not known and formulas that nothing can follow."""
    indicateurs = {item.code: _as_indicateur(item) for item in plan.indicateurs}
    for item in plan.indicateurs:
        place = f"{file}, table [[indicateur]] ({item.code})"
        for code in item.territoires:
            _known(place, "territoires", code, territoires - {plan.territoire}, "territoire")
        if item.delai_jours < 0:
            raise refusal(place, "delai_jours", "zéro ou davantage est attendu")
        if item.seuil_variation is not None and item.seuil_variation <= 0:
            raise refusal(place, "seuil_variation", "un pourcentage positif est attendu")
        if item.formule is None:
            continue
        for operande in item.formule.operandes:
            _known(place, "formule", operande.territoire, territoires, "territoire")
        if item.valeurs or item.territoires:
            raise refusal(place, "formule", "une valeur calculée ne se donne pas")
        try:
            verifier_formule(indicateurs[item.code], indicateurs)
        except ValidationError as error:
            raise refusal(place, "formule", str(error).rstrip(".")) from error


def _as_indicateur(item: IndicateurReference) -> Indicateur:
    """Return the indicator as far as the rules of formulas look at it."""
    return Indicateur(
        id=item.code, plan="", code=item.code, reference=item.reference, parent=item.parent,
        titre=item.titre, nature=item.nature, sens=item.sens, grandeur=item.grandeur,
        periodicite=item.periodicite, unite=item.unite, decimales=item.decimales,
        minimum=item.minimum, maximum=item.maximum, numerateur=item.numerateur,
        denominateur=item.denominateur, depart=Reference(None, item.depart.borne, None, "", ""),
        cibles=(), sites=item.sites, fournisseur=item.fournisseur,
        communicable=item.communicable, source="", remarques=(), produit=item.produit,
        formule=item.formule,
    )  # fmt: skip


def _check_figures(file: str, plan: PlanReference, partenaires: set[str]) -> None:
    parents = {plan.code, *(axe.code for axe in plan.axes)}
    parents |= {objectif.code for objectif in plan.objectifs}
    parents |= {action.code for action in plan.actions}
    noun = "plan, axe, objectif ou action"
    _unique(f"{file}, table [[indicateur]]", (item.code for item in plan.indicateurs))
    for indicateur in plan.indicateurs:
        place = f"{file}, table [[indicateur]] ({indicateur.code})"
        _known(place, "parent", indicateur.parent, parents, noun)
        prefix = "P" if indicateur.parent == plan.code else re.escape(indicateur.parent)
        _shaped(place, [indicateur.code], rf"{prefix}\.i\d+")
        _known(place, "fournisseur", indicateur.fournisseur, partenaires, "partenaire")
        _check_cibles(place, indicateur)
        for valeur in indicateur.valeurs:
            _check_periode(place, "valeurs", valeur.periode)
        if indicateur.depart.periode:
            _check_periode(place, "depart", indicateur.depart.periode)
    for rank, financement in enumerate(plan.financements, 1):
        place = f"{file}, table [[financement]] n° {rank}"
        _known(place, "objet", financement.objet, parents, noun)
        first, last = financement.annee, financement.annee_fin
        if last and (first is None or last < first):
            raise refusal(place, "annee_fin", "elle demande une « annee » qui la précède")


def _check_periode(place: str, key: str, code: str) -> None:
    try:
        known = parse_periode(code).code == code
    except ValidationError:
        known = False
    if not known:
        raise refusal(place, key, f"« {code} » n'est pas une période (2022, 2022-S1, 2022-06…)")


def _shaped(place: str, codes: Iterable[str], pattern: str) -> None:
    for code in codes:
        if not re.fullmatch(pattern, code):
            shape = pattern.replace(r"\d+", "1").replace("\\", "")
            raise refusal(place, "code", f"« {code} » n'a pas la forme attendue ({shape})")


def _check_action(
    file: str, action: ActionReference, objectifs: list[str], partenaires: set[str]
) -> None:
    place = f"{file}, table [[action]] ({action.code})"
    _known(place, "objectif", action.objectif, objectifs, "objectif")
    if not action.code.startswith(f"{action.objectif}."):
        raise refusal(place, "code", f"il devrait commencer par « {action.objectif}. »")
    _unique(f"{place}, mesures", (mesure.code for mesure in action.mesures))
    _shaped(f"{place}, mesures", (mesure.code for mesure in action.mesures), r"m\d+")
    _check_interpretee(place, action.echeance is not None, action.interpretee)
    for mesure in action.mesures:
        _check_interpretee(place, mesure.echeance is not None, mesure.interpretee)
    pairs = [f"{item.partenaire} {item.role} {item.precision}" for item in action.engagements]
    _unique(f"{place}, engagements", pairs, "partenaire")
    for engagement in action.engagements:
        _known(place, "partenaire", engagement.partenaire, partenaires, "partenaire")


def _check_interpretee(place: str, dated: bool, interpretee: str) -> None:
    if interpretee and not dated:
        raise refusal(place, "interpretee", "elle suppose une « echeance »")


def _check_cibles(place: str, indicateur: IndicateurReference) -> None:
    low, high = indicateur.minimum, indicateur.maximum
    if low is not None and high is not None and high < low:
        raise refusal(place, "maximum", "il est inférieur à « minimum »")
    try:
        verifier_cibles(
            indicateur.nature, indicateur.cibles, indicateur.unite, indicateur.sites,
            indicateur.depart.valeur, (indicateur.numerateur, indicateur.denominateur),
        )  # fmt: skip
    except ValidationError as error:
        raise refusal(place, error.field, str(error).rstrip(".")) from error
    for cible in indicateur.cibles:
        _check_interpretee(place, cible.echeance is not None, cible.interpretee)


def _check_convention(convention: ConventionReference, data: ReferenceData) -> None:
    file = f"conventions/{convention.code}.toml"
    place = f"{file}, table [convention]"
    plans = {plan.code: plan for plan in data.plans}
    _known(place, "plan", convention.plan, plans, "plan")
    territoires = {item.code for item in data.territoires}
    _known(place, "territoire", convention.territoire, territoires, "territoire")
    partenaires = {item.code for item in data.partenaires}
    _unique(f"{file}, table [[partie]]", (str(p.rang) for p in convention.parties), "rang")
    _unique(f"{file}, table [[signataire]]", (str(s.rang) for s in convention.signataires), "rang")
    _unique(f"{file}, table [[annexe]]", (str(a.numero) for a in convention.annexes), "numero")
    for partie in convention.parties:
        place = f"{file}, table [[partie]] ({partie.rang})"
        _known(place, "partenaire", partie.partenaire, partenaires, "partenaire")
    rangs = {partie.rang for partie in convention.parties}
    for signataire in convention.signataires:
        if signataire.partie not in rangs:
            place = f"{file}, table [[signataire]] ({signataire.rang})"
            raise refusal(place, "partie", f"aucune partie n'a le rang {signataire.partie}")
    for link in convention.actions_liees:
        place = f"{file}, table [[action_liee]]"
        _known(place, "plan", link.plan, plans, "plan")
        _known(place, "code", link.code, [i.code for i in plans[link.plan].actions], "action")
    for link in convention.indicateurs_lies:
        place = f"{file}, table [[indicateur_lie]]"
        _known(place, "plan", link.plan, plans, "plan")
        codes = [item.code for item in plans[link.plan].indicateurs]
        _known(place, "code", link.code, codes, "indicateur")


def _check_instances(data: ReferenceData) -> None:
    place = "instances.toml, table [[instance]]"
    _unique(place, (instance.code for instance in data.instances))
    plans = {plan.code for plan in data.plans}
    territoires = {item.code for item in data.territoires}
    for instance in data.instances:
        where = f"{place} ({instance.code})"
        _known(where, "plan", instance.plan, plans, "plan")
        _known(where, "territoire", instance.territoire, territoires, "territoire")
