"""What the dashboard says on a given day."""

from dataclasses import dataclass

from sdpd_desktop.domain.convention import ConventionSummary
from sdpd_desktop.domain.echeance_valeur import EcheanceValeur
from sdpd_desktop.domain.indicateur import Indicateur, SuiviIndicateur
from sdpd_desktop.domain.plan import Avancement, Echeance
from sdpd_desktop.domain.retour import RetourSummary


@dataclass(frozen=True)
class TableauDeBord:
    """Figures of the current plan; each one is a link to the rows behind it.

    Attributes:
        echeances: Late first, then due within 30 days, then the next ones.
        a_saisir: Indicators without a value for the last period whose value is available.
        periode_a_saisir: Those periods, e.g. « 2021, T1 2022 ».
        valeurs: The value to enter first of every indicator that awaits one, by due date.
        chiffrees: Actions with a computable rate, out of ``actions``.
        retours_attendus: Not received; retours_en_retard: due, and not there or not whole.
        tendance: The indicator drawn as a trend, or None.
    """

    plan: str
    echeances: tuple[Echeance, ...]
    en_retard: int
    proches: int
    a_saisir: tuple[Indicateur, ...]
    periode_a_saisir: str
    retours_attendus: tuple[RetourSummary, ...]
    retours_total: int
    conventions_a_signer: tuple[ConventionSummary, ...]
    conventions_a_renouveler: tuple[ConventionSummary, ...]
    avancement: Avancement
    actions: int
    chiffrees: int
    tendance: SuiviIndicateur | None
    valeurs: tuple[EcheanceValeur, ...] = ()
    retours_en_retard: tuple[RetourSummary, ...] = ()
