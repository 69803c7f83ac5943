#!/usr/bin/env python3
"""usage: same_article.py FOLDER            writes the same article as article.txt, .md, .html, .epub and .docx
       same_article.py FOLDER --check      fails unless the rendered folders FOLDER/out/article-EXTENSION say the same
                                           words, each from its place in the file
"""
import html
import json
import pathlib
import re
import sys
import zipfile

# A text has *emphasis* and ends of notes: "[^1]". `&` needs an entity in markup.
ARTICLE = [
    ("headline", "جسر النهر يفتح أبوابه في 10 نوفمبر 2024"),
    ("paragraph", "قال رئيس البلدية إن *الجسر القديم* سيفتح يوم الأحد[^1]، وإن كلفته بلغت 3.5 مليون دولار."),
    ("paragraph", "ووصف مدير الشركة \"نور & شركاؤه\" المشروع بأنه مهم للمدينة."),
    ("subhead", "ما الذي تغير؟"),
    ("paragraph", "زاد عدد العمال إلى 120 عاملا، وانخفضت مدة العمل بنسبة 15%[^2]."),
    ("quote", "لم نتوقف يوما واحدا، فقد عملنا في الليل والنهار."),
    ("paragraph", "وشكر السكان العمال على صبرهم خلال 7 أشهر."),
]
NOTES = ["بحسب بيان البلدية.", "مقارنة بعام 2022."]
REFERENCE = re.compile(r"\[\^(\d)\]")


def inline(text, emphasis, reference):
    """The text as markup: emphasis and note references by these functions."""
    text = REFERENCE.sub(lambda m: "\0%s\0" % m[1], html.escape(text, quote=False))
    text = re.sub(r"\*(.*?)\*", lambda m: emphasis(m[1]), text)
    return re.sub("\0(.)\0", lambda m: reference(m[1]), text)


def plain(text):
    return REFERENCE.sub("", text).replace("*", "")


def text_file():
    return "\n\n".join(plain(text) for _, text in ARTICLE) + "\n"


def markdown():
    marks = {"headline": "# ", "subhead": "## ", "quote": "> ", "paragraph": ""}
    blocks = [marks[role] + text for role, text in ARTICLE]
    blocks += ["[^%d]: %s" % (i, note) for i, note in enumerate(NOTES, 1)]
    return "\n\n".join(blocks) + "\n"


def body(note_type=""):
    tags = {"headline": "h1", "subhead": "h2", "quote": "blockquote", "paragraph": "p"}
    blocks = []
    for role, text in ARTICLE:
        words = inline(text, lambda t: "<em>%s</em>" % t,
                       lambda n: '<sup><a href="#n%s"%s>%s</a></sup>' % (n, note_type, n))
        words = "<p>%s</p>" % words if role == "quote" else words
        blocks.append("<{0}>{1}</{0}>".format(tags[role], words))
    notes = "".join('<li id="n%d">%s</li>' % (i, note) for i, note in enumerate(NOTES, 1))
    return "%s<section class=\"footnotes\"%s><ol>%s</ol></section>" % (
        "\n".join(blocks), ' epub:type="footnotes"' if note_type else "", notes)


def page():
    return ("<!DOCTYPE html><html lang=\"ar\"><head><title>%s</title></head><body><nav><a href=\"/\">الرئيسية</a></nav>"
            "<article>%s</article><footer>جميع الحقوق محفوظة</footer></body></html>" % (ARTICLE[0][1], body()))


def book(path):
    chapter = ('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
               'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>%s</body></html>'
               % body(' epub:type="noteref"'))
    package = ('<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata '
               'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>%s</dc:title>'
               '<dc:language>ar</dc:language></metadata><manifest><item id="c" href="c.xhtml" '
               'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>' % ARTICLE[0][1])
    container = ('<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile '
                 'full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("book.opf", package)
        archive.writestr("c.xhtml", chapter)


def word_file(path):
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = {"headline": "Title", "subhead": "Heading2", "quote": "Quote", "paragraph": "Normal"}
    run = "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>"

    def paragraph(style, text):
        runs = re.split("(\0.*?\0)", inline(text, lambda t: "\0%s\0" % (run % t).replace("<w:r>", "<w:r><w:rPr><w:i/></w:rPr>"),
                                            lambda n: "\0<w:r><w:footnoteReference w:id=\"%s\"/></w:r>\0" % n))
        words = "".join(r.strip("\0") if r.startswith("\0") else run % r for r in runs if r)
        return '<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>' % (style, words)

    names = {"Title": "Title", "Heading2": "heading 2", "Quote": "Quote", "Normal": "Normal"}
    members = {
        "word/document.xml": '<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>'
        % (w, "".join(paragraph(styles[role], text) for role, text in ARTICLE)),
        "word/styles.xml": '<w:styles xmlns:w="%s">%s</w:styles>' % (w, "".join(
            '<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/></w:style>' % item for item in names.items())),
        "word/footnotes.xml": '<w:footnotes xmlns:w="%s">%s</w:footnotes>' % (w, "".join(
            '<w:footnote w:id="%d"><w:p>%s</w:p></w:footnote>' % (i, run % note) for i, note in enumerate(NOTES, 1))),
    }
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    relation = '<Relationship Id="r%d" Type="' + office + '%s" Target="%s"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", relations % (relation % (1, "officeDocument", "word/document.xml")))
        archive.writestr("word/_rels/document.xml.rels", relations % (
            relation % (1, "styles", "styles.xml") + relation % (2, "footnotes", "footnotes.xml")))
        for name, xml in members.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + xml)


def bytes_of(folder, source):
    """The bytes of a source of a manifest: a file, or a member of an archive."""
    file, _, member = str(pathlib.Path(source["name"]).relative_to(folder)).partition("/")
    path = folder / file
    return zipfile.ZipFile(path).read(member) if member else path.read_bytes()


def check(folder):
    expected = None
    for extension in ("txt", "md", "html", "epub", "docx"):
        manifest = json.loads((folder / "out" / ("article-" + extension) / "article.json").read_text(encoding="utf-8"))
        sources = [bytes_of(folder, source) for source in manifest["sources"]]
        said = []
        for chapter in manifest["chapters"]:
            for word in (word for sentence in chapter["sentences"] for word in sentence["words"]):
                begin, end = word["source"]
                written = html.unescape(re.sub("<[^>]*>", "", sources[word.get("part", 0)][begin:end].decode("utf-8")))
                assert written.replace("*", "") == word["text"], (extension, written, word["text"])
                said.append((word["text"], word["spoken"]))
        assert len(said) > 50, (extension, len(said))
        expected = expected or said
        differences = [(a, b) for a, b in zip(expected, said) if a != b]
        assert said == expected, (extension, len(expected), len(said), differences[:3])


def main():
    folder = pathlib.Path(sys.argv[1])
    if sys.argv[2:] == ["--check"]:
        return check(folder)
    (folder / "article.txt").write_text(text_file(), encoding="utf-8")
    (folder / "article.md").write_text(markdown(), encoding="utf-8")
    (folder / "article.html").write_text(page(), encoding="utf-8")
    book(folder / "article.epub")
    word_file(folder / "article.docx")


main()
