"""Says what is wrong with a field under that field, wherever in the form it is."""

from PySide6.QtWidgets import QFormLayout, QLabel, QTabWidget, QWidget

_ROLES = (QFormLayout.ItemRole.FieldRole, QFormLayout.ItemRole.SpanningRole)


class FieldRefusal:
    """One refused field at a time among the form layouts of a widget."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self._shown: tuple[QFormLayout, QWidget, QLabel] | None = None

    @property
    def text(self) -> str:
        """The sentence shown, "" when no field is refused."""
        return self._shown[2].text() if self._shown else ""

    @property
    def field(self) -> QWidget | None:
        """The field refused."""
        return self._shown[1] if self._shown else None

    def clear(self) -> None:
        """Take the sentence away."""
        if self._shown is not None:
            layout, field, label = self._shown
            self._shown = None
            layout.removeRow(label)
            _mark(field, wrong=False)

    def show(self, field: QWidget, text: str) -> None:
        """Put the sentence under the field, show its tab and go there."""
        self.clear()
        layout, row = self._place(field)
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "erreur")
        layout.insertRow(row + 1, label)
        self._shown = layout, field, label
        _mark(field, wrong=True)
        for tabs in self._form.findChildren(QTabWidget):
            for number in range(tabs.count()):
                page = tabs.widget(number)
                if page is not None and page.isAncestorOf(field):
                    tabs.setCurrentIndex(number)
        field.setFocus()

    def _place(self, field: QWidget) -> tuple[QFormLayout, int]:
        for layout in self._form.findChildren(QFormLayout):
            for row in range(layout.rowCount()):
                items = (layout.itemAt(row, role) for role in _ROLES)
                if any(item is not None and item.widget() is field for item in items):
                    return layout, row
        raise LookupError(field.objectName())


def _mark(field: QWidget, *, wrong: bool) -> None:
    field.setProperty("invalide", wrong)
    field.style().unpolish(field)
    field.style().polish(field)
