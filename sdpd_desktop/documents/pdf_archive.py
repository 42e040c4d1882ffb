"""Makes of laid-out pages an archival and accessible file: PDF/A-2a, or 3a with its data; PDF/UA-1.

The same pages, of the same date, give the same bytes.
"""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Stream, String

from sdpd_desktop import __version__
from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.pdf_balisage import Balisage
from sdpd_desktop.documents.pdf_structure import baliser, chaine

LANGUE = "fr-FR"
LOGICIEL = f"SDPD Desktop {__version__}"
_BLOCK = 100  # entries that a ToUnicode block may hold
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titre}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{auteur}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{sujet}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{langue}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{logiciel}</pdf:Producer>
<xmp:CreatorTool>{logiciel}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>{partie}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file obeys</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Metadonnees:
    """What a file says of itself; the date is that of its content, so bytes repeat."""

    titre: str
    sujet: str
    auteur: str
    date: dt.date


@dataclass(frozen=True)
class Signet:
    """An entry of the outline; ``niveau`` 0 is the outermost, ``page`` counts from 1."""

    titre: str
    niveau: int
    page: int


@dataclass(frozen=True)
class Donnees:
    """What the pages say, for machines: a file that the document carries as its source.

    Attributes:
        nom: Name of the file.
        mime: Its kind, e.g. « application/json ».
        description: What it holds, in a sentence.
        date: When its content was last changed.
    """

    nom: str
    mime: str
    description: str
    octets: bytes
    date: dt.date


def archiver(
    data: bytes,
    meta: Metadonnees,
    signets: Sequence[Signet],
    balisage: Balisage,
    donnees: Donnees | None = None,
) -> bytes:
    """Return the same pages as PDF/A-2a and PDF/UA-1, or as PDF/A-3a when data go with them."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.Lang = String(LANGUE)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        mend_tounicode(pdf)
        _set_output_intent(pdf)
        _set_info(pdf, meta)
        _set_metadata(pdf, meta, 2 if donnees is None else 3)
        baliser(pdf, balisage)
        if donnees is not None:
            _attach(pdf, donnees)
        _set_outline(pdf, signets)
        return _save(pdf, compress=True)


def nommer(pdf: pikepdf.Pdf, meta: Metadonnees, signets: Sequence[Signet]) -> bytes:
    """Return a file that claims no conformity, with its title, its language and its outline.

    Its drawings are left as they are packed: to unpack those of others could take all memory.
    """
    pdf.Root.Lang = String(LANGUE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    _set_info(pdf, meta)
    _set_outline(pdf, signets)
    return _save(pdf, compress=False)


def _save(pdf: pikepdf.Pdf, *, compress: bool) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=compress,
    )
    return out.getvalue()


def mend_tounicode(pdf: pikepdf.Pdf) -> None:
    """Drop the unused codes that the layout engine maps to U+0000, which PDF/A forbids."""
    for thing in pdf.objects:
        if not isinstance(thing, Dictionary) or thing.get("/Type") != Name.Font:
            continue
        if "/ToUnicode" not in thing:
            continue
        text = thing.ToUnicode.read_bytes()
        found = re.search(rb"\d+ beginbfchar(.*)endbfchar", text, re.DOTALL)
        if found is None:
            continue
        lines = [line.strip() for line in found[1].split(b"\n")]
        lines = [line for line in lines if line and not line.endswith(b"<0000>")]
        blocks = [lines[i : i + _BLOCK] for i in range(0, len(lines), _BLOCK)]
        body = b"\n".join(
            b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
        )
        thing.ToUnicode.write(text[: found.start()] + body + text[found.end() :])


def _set_output_intent(pdf: pikepdf.Pdf) -> None:
    profile = Stream(pdf, asset_path("resources", "icc", "srgb.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        RegistryName=String("http://www.color.org"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _set_info(pdf: pikepdf.Pdf, meta: Metadonnees) -> None:
    info = pdf.docinfo
    for key in list(info.keys()):
        del info[key]
    info.Title, info.Subject = chaine(meta.titre), chaine(meta.sujet)
    info.Author = chaine(meta.auteur)
    info.Creator = info.Producer = chaine(LOGICIEL)
    info.CreationDate = info.ModDate = _date(meta.date)


def _set_metadata(pdf: pikepdf.Pdf, meta: Metadonnees, partie: int) -> None:
    """Say the same as Info in XMP, and what the file obeys; ``partie`` is that of PDF/A."""
    xmp = _XMP.format(
        titre=escape(meta.titre),
        sujet=escape(meta.sujet),
        auteur=escape(meta.auteur),
        logiciel=escape(LOGICIEL),
        langue=LANGUE,
        partie=partie,
        date=f"{meta.date.isoformat()}T12:00:00+00:00",
    )
    stream = Stream(pdf, xmp.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)


def _attach(pdf: pikepdf.Pdf, donnees: Donnees) -> None:
    """Embed the data as the source of the document."""
    stream = Stream(pdf, donnees.octets)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{donnees.mime}")
    digest = hashlib.md5(donnees.octets, usedforsecurity=False).digest()
    stream.Params = Dictionary(
        Size=len(donnees.octets), ModDate=_date(donnees.date), CheckSum=String(digest)
    )
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=chaine(donnees.nom),
            UF=chaine(donnees.nom),
            Desc=chaine(donnees.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([chaine(donnees.nom), file])))
    pdf.Root.AF = Array([file])


def _set_outline(pdf: pikepdf.Pdf, signets: Sequence[Signet]) -> None:
    if not signets:
        return
    with pdf.open_outline() as outline:
        branches = [outline.root]
        for signet in signets:
            del branches[signet.niveau + 1 :]
            item = OutlineItem(signet.titre, signet.page - 1)
            branches[-1].append(item)
            branches.append(item.children)
    pdf.Root.PageMode = Name.UseOutlines


def _date(day: dt.date) -> String:
    return String(f"D:{day:%Y%m%d}120000+00'00'")
