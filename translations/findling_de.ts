<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CellText</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a short date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Special file</source>
        <translation>Spezialdatei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>%1-Datei</translation>
    </message>
</context>
<context>
    <name>EncodingsText</name>
    <message>
        <source>Western European</source>
        <translation>Westeuropäisch</translation>
    </message>
    <message>
        <source>Central European</source>
        <translation>Mitteleuropäisch</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>Kyrillisch</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Griechisch</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebräisch</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanisch</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinesisch</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreanisch</translation>
    </message>
    <message>
        <source>DOS</source>
        <translation>DOS</translation>
    </message>
</context>
<context>
    <name>FilePathsText</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>The desktop knows no program for this:
%1</source>
        <translation>Der Schreibtisch kennt kein Programm dafür:
%1</translation>
    </message>
    <message>
        <source>Open a program?</source>
        <translation>Ein Programm öffnen?</translation>
    </message>
    <message>
        <source>This file can be run as a program:
%1

Open it all the same?</source>
        <translation>Diese Datei kann als Programm ausgeführt werden:
%1

Trotzdem öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>FilterEditorText</name>
    <message>
        <source>cpp, h, tar.gz</source>
        <translation>cpp, h, tar.gz</translation>
    </message>
    <message>
        <source>build, *.min.js</source>
        <translation>build, *.min.js</translation>
    </message>
    <message>
        <source>image, python, document</source>
        <translation>image, python, document</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Höchstgröße</translation>
    </message>
    <message>
        <source>10k, 1.5M, 2 GB</source>
        <translation>10k, 1.5M, 2 GB</translation>
    </message>
    <message>
        <source>1 is the folder itself without subfolders.</source>
        <translation>1 ist der Ordner selbst ohne Unterordner.</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Tell only whether they match</source>
        <translation>Nur sagen, ob sie passen</translation>
    </message>
    <message>
        <source>Search them as text</source>
        <translation>Als Text durchsuchen</translation>
    </message>
    <message>
        <source>UTF-8, and files with a mark, are known without this.</source>
        <translation>UTF-8 und Dateien mit Kennung (BOM) werden auch so erkannt.</translation>
    </message>
    <message>
        <source>Guess where it is not UTF-8</source>
        <translation>Raten, wenn nicht UTF-8</translation>
    </message>
    <message>
        <source>Bytes as they are</source>
        <translation>Rohe Bytes</translation>
    </message>
    <message>
        <source>Names or patterns; a folder is left out with all it holds. A name with a comma goes in quotes.</source>
        <translation>Namen oder Muster; ein Ordner wird samt Inhalt ausgelassen. Ein Name mit Komma gehört in gerade Anführungszeichen.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Least depth</source>
        <translation>Mindesttiefe</translation>
    </message>
    <message>
        <source>Greatest depth</source>
        <translation>Höchsttiefe</translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>music and sound</source>
        <translation>Musik und Ton</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>text files</source>
        <translation>Textdateien</translation>
    </message>
    <message>
        <source>spreadsheets</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>presentations</source>
        <translation>Präsentationen</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>Schriften</translation>
    </message>
    <message>
        <source>e-books</source>
        <translation>E-Books</translation>
    </message>
    <message>
        <source>files only</source>
        <translation>nur Dateien</translation>
    </message>
    <message>
        <source>folders only</source>
        <translation>nur Ordner</translation>
    </message>
    <message>
        <source>links only</source>
        <translation>nur Links</translation>
    </message>
    <message>
        <source>programs only</source>
        <translation>nur Programme</translation>
    </message>
    <message>
        <source>empty files and folders</source>
        <translation>leere Dateien und Ordner</translation>
    </message>
    <message>
        <source>files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>empty files</source>
        <translation>leere Dateien</translation>
    </message>
    <message>
        <source>empty folders</source>
        <translation>leere Ordner</translation>
    </message>
    <message>
        <source>only: %1</source>
        <translation>nur: %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>just %1</source>
        <translation>genau %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>no subfolders</source>
        <translation>keine Unterordner</translation>
    </message>
    <message>
        <source>at most %1 levels deep</source>
        <translation>höchstens %1 Ebenen tief</translation>
    </message>
    <message>
        <source>encoding: guessed</source>
        <translation>Kodierung: geraten</translation>
    </message>
    <message>
        <source>encoding: bytes as they are</source>
        <translation>Kodierung: rohe Bytes</translation>
    </message>
    <message>
        <source>encoding: %1</source>
        <translation>Kodierung: %1</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>executable</source>
        <translation>ausführbar</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Files or folders</source>
        <translation>Dateien oder Ordner</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Kinds of files</source>
        <translation>Dateiarten</translation>
    </message>
    <message>
        <source>Other kinds than</source>
        <translation>Andere Arten als</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Follow links</source>
        <translation>Links folgen</translation>
    </message>
    <message>
        <source>Stay on one file system</source>
        <translation>Auf einem Dateisystem bleiben</translation>
    </message>
    <message>
        <source>Binary files</source>
        <translation>Binärdateien</translation>
    </message>
    <message>
        <source>Look into compressed files</source>
        <translation>Komprimierte Dateien durchsuchen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Matches may span lines</source>
        <translation>Treffer über mehrere Zeilen</translation>
    </message>
    <message>
        <source>other than: %1</source>
        <translation>außer: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>created: %1</source>
        <translation>erstellt: %1</translation>
    </message>
    <message>
        <source>not: %1</source>
        <translation>ohne: %1</translation>
    </message>
    <message>
        <source>links followed</source>
        <translation>folgt Links</translation>
    </message>
    <message>
        <source>one file system</source>
        <translation>ein Dateisystem</translation>
    </message>
    <message>
        <source>binary files: as text</source>
        <translation>Binärdateien: als Text</translation>
    </message>
    <message>
        <source>binary files: whether they match</source>
        <translation>Binärdateien: nur ob sie passen</translation>
    </message>
    <message>
        <source>in compressed files too</source>
        <translation>auch in komprimierten Dateien</translation>
    </message>
    <message>
        <source>matches span lines</source>
        <translation>mehrzeilige Treffer</translation>
    </message>
    <message>
        <source>%1 (when a text is searched)</source>
        <translation>%1 (bei der Suche nach Text)</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>no folders</source>
        <translation>keine Ordner</translation>
    </message>
    <message>
        <source>no links</source>
        <translation>keine Links</translation>
    </message>
    <message>
        <source>neither files nor folders</source>
        <translation>weder Dateien noch Ordner</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>only in subfolders</source>
        <translation>nur in Unterordnern</translation>
    </message>
    <message>
        <source>at least %1 levels deep</source>
        <translation>mindestens %1 Ebenen tief</translation>
    </message>
    <message>
        <source>just %1 levels deep</source>
        <translation>genau %1 Ebenen tief</translation>
    </message>
    <message>
        <source>%1 to %2 levels deep</source>
        <translation>%1 bis %2 Ebenen tief</translation>
    </message>
    <message>
        <source>links not followed</source>
        <translation>folgt keinen Links</translation>
    </message>
    <message>
        <source>other file systems too</source>
        <translation>auch andere Dateisysteme</translation>
    </message>
    <message>
        <source>not in compressed files</source>
        <translation>nicht in komprimierten Dateien</translation>
    </message>
    <message>
        <source>matches within a line</source>
        <translation>Treffer innerhalb einer Zeile</translation>
    </message>
    <message>
        <source>pipes, sockets and devices</source>
        <translation>Pipes, Sockets und Geräte</translation>
    </message>
    <message>
        <source>Other extensions than</source>
        <translation>Andere Endungen als</translation>
    </message>
    <message>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
</context>
<context>
    <name>FiltersText</name>
    <message>
        <source>“%1” is no extension; they look like c or tar.gz</source>
        <translation>„%1“ ist keine Endung; Endungen sehen aus wie c oder tar.gz</translation>
    </message>
    <message>
        <source>there is no kind “%1”</source>
        <translation>die Art „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no kind “%1”; did you mean %2?</source>
        <translation>die Art „%1“ gibt es nicht; war %2 gemeint?</translation>
    </message>
    <message>
        <source>the smallest size is larger than the largest</source>
        <translation>die kleinste Größe ist größer als die größte</translation>
    </message>
    <message>
        <source>the least depth is more than the most</source>
        <translation>die kleinste Tiefe ist größer als die größte</translation>
    </message>
    <message>
        <source>no file is smaller than that</source>
        <translation>keine Datei ist kleiner</translation>
    </message>
</context>
<context>
    <name>PathQuestionText</name>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 does not exist, neither below the searched folders nor in the current one.</source>
        <translation>%1 gibt es nicht, weder unter den durchsuchten Ordnern noch im aktuellen.</translation>
    </message>
    <message>
        <source>%1 cannot be judged: %2</source>
        <translation>%1 lässt sich nicht beurteilen: %2</translation>
    </message>
    <message>
        <source>%1 cannot be looked at: %2</source>
        <translation>%1 lässt sich nicht ansehen: %2</translation>
    </message>
</context>
<context>
    <name>PresetsText</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Video and audio</source>
        <translation>Video und Audio</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Changed today</source>
        <translation>Heute geändert</translation>
    </message>
    <message>
        <source>Large files</source>
        <translation>Große Dateien</translation>
    </message>
</context>
<context>
    <name>PreviewFolderText</name>
    <message>
        <source>more than %1 entries</source>
        <translation>mehr als %1 Einträge</translation>
    </message>
    <message>
        <source>1 folder</source>
        <translation>1 Ordner</translation>
    </message>
    <message>
        <source>%1 folders</source>
        <translation>%1 Ordner</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>An empty folder</source>
        <translation>Ein leerer Ordner</translation>
    </message>
    <message>
        <source>… and many more</source>
        <translation>… und viele weitere</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
</context>
<context>
    <name>PreviewImageText</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>The image is too large for a preview: %1</source>
        <translation>Das Bild ist zu groß für die Vorschau: %1</translation>
    </message>
</context>
<context>
    <name>PreviewLinesText</name>
    <message>
        <source> … [cut: this line has %1]</source>
        <translation> … [gekürzt: diese Zeile hat %1]</translation>
    </message>
    <message>
        <source> … [cut: a very long line]</source>
        <translation> … [gekürzt: eine sehr lange Zeile]</translation>
    </message>
</context>
<context>
    <name>PreviewReaderText</name>
    <message>
        <source>binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>An empty file</source>
        <translation>Eine leere Datei</translation>
    </message>
    <message>
        <source>There is no such file any more: it was moved or deleted</source>
        <translation>Diese Datei gibt es nicht mehr: verschoben oder gelöscht</translation>
    </message>
    <message>
        <source>You have no permission to read this</source>
        <translation>Keine Berechtigung, dies zu lesen</translation>
    </message>
    <message>
        <source>A named pipe: what another program writes into it</source>
        <translation>Eine benannte Pipe: was ein anderes Programm hineinschreibt</translation>
    </message>
    <message>
        <source>A socket, through which programs talk to each other</source>
        <translation>Ein Socket, über den Programme miteinander reden</translation>
    </message>
    <message>
        <source>A block device, such as a disk</source>
        <translation>Ein Blockgerät, etwa eine Festplatte</translation>
    </message>
    <message>
        <source>A character device, such as a terminal</source>
        <translation>Ein Zeichengerät, etwa ein Terminal</translation>
    </message>
    <message>
        <source>showing a part of %1</source>
        <translation>ein Teil von %1 gezeigt</translation>
    </message>
    <message>
        <source>image that cannot be shown</source>
        <translation>Bild nicht darstellbar</translation>
    </message>
    <message>
        <source>This system does not know the encoding %1</source>
        <translation>Dieses System kennt die Kodierung %1 nicht</translation>
    </message>
    <message>
        <source>A link to %1, which does not exist</source>
        <translation>Ein Link auf %1; das Ziel gibt es nicht</translation>
    </message>
    <message>
        <source>A link to %1</source>
        <translation>Ein Link auf %1</translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation>Link auf %1</translation>
    </message>
</context>
<context>
    <name>SearchFormText</name>
    <message>
        <source>%1, at the end</source>
        <translation>%1, am Ende</translation>
    </message>
    <message>
        <source>%1, at character %2</source>
        <translation>%1, bei Zeichen %2</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Folder %1: %2</source>
        <translation>Ordner %1: %2</translation>
    </message>
    <message>
        <source>Choose a folder to search in</source>
        <translation>Wähle einen Ordner, in dem gesucht wird</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>within results there are no folders to count from</source>
        <translation>in Ergebnissen gibt es keine Ordner, von denen aus gezählt wird</translation>
    </message>
</context>
<context>
    <name>TabText</name>
    <message>
        <source>In files that were found before: %1</source>
        <translation>In zuvor gefundenen Dateien: %1</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>In: %1</translation>
    </message>
    <message>
        <source>Paused: %1 so far</source>
        <translation>Pause: bisher %1</translation>
    </message>
    <message>
        <source>Searching: %1 so far</source>
        <translation>Suche läuft: bisher %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Angehalten: %1</translation>
    </message>
    <message>
        <source>New search</source>
        <translation>Neue Suche</translation>
    </message>
    <message>
        <source>%1, paused</source>
        <translation>%1, Pause</translation>
    </message>
    <message>
        <source>%1, searching</source>
        <translation>%1, Suche läuft</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>last hour</source>
        <translation>letzte Stunde</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>letzte 24 Stunden</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>diese Woche</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>dieses Jahr</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>letztes Jahr</translation>
    </message>
    <message>
        <source>more than 30 days ago</source>
        <translation>vor mehr als 30 Tagen</translation>
    </message>
    <message>
        <source>more than a year ago</source>
        <translation>vor mehr als einem Jahr</translation>
    </message>
    <message>
        <source>no such time</source>
        <translation>diese Zeit gibt es nicht</translation>
    </message>
    <message>
        <source>the first time is later than the last</source>
        <translation>der Anfang liegt nach dem Ende</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>in the last %1</source>
        <translation>in den letzten %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>more than %1 ago</source>
        <translation>vor mehr als %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>more than an hour ago</source>
        <translation>vor mehr als einer Stunde</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>vor heute</translation>
    </message>
    <message>
        <source>more than 24 hours ago</source>
        <translation>vor mehr als 24 Stunden</translation>
    </message>
    <message>
        <source>before this week</source>
        <translation>vor dieser Woche</translation>
    </message>
    <message>
        <source>more than 7 days ago</source>
        <translation>vor mehr als 7 Tagen</translation>
    </message>
    <message>
        <source>before this month</source>
        <translation>vor diesem Monat</translation>
    </message>
    <message>
        <source>before this year</source>
        <translation>vor diesem Jahr</translation>
    </message>
    <message>
        <source>last 12 months</source>
        <translation>letzte 12 Monate</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>it is hidden</source>
        <translation>versteckt</translation>
    </message>
    <message>
        <source>it is ignored by a rule</source>
        <translation>von einer Regel ignoriert</translation>
    </message>
    <message>
        <source>it is excluded</source>
        <translation>ausgeschlossen</translation>
    </message>
    <message>
        <source>it is a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>it is in an encoding that cannot be read</source>
        <translation>in einer Kodierung, die nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>it is on another file system</source>
        <translation>auf einem anderen Dateisystem</translation>
    </message>
    <message>
        <source>it belongs to the system and is no file on a disk</source>
        <translation>Teil des Systems, keine Datei auf einem Datenträger</translation>
    </message>
    <message>
        <source>it vanished while it was looked at</source>
        <translation>beim Ansehen verschwunden</translation>
    </message>
    <message>
        <source>it is beyond a limit of the search</source>
        <translation>jenseits einer Grenze der Suche</translation>
    </message>
    <message>
        <source>the text is not in it</source>
        <translation>ohne den gesuchten Text</translation>
    </message>
    <message>
        <source>it is not what was asked for (%1)</source>
        <translation>nicht das Gesuchte (%1)</translation>
    </message>
    <message>
        <source>it is hidden: its name begins with a dot</source>
        <translation>versteckt, denn der Name beginnt mit einem Punkt</translation>
    </message>
    <message>
        <source>it was searched, but no line of it matches the text</source>
        <translation>durchsucht, aber keine Zeile passt zum Text</translation>
    </message>
    <message>
        <source>a line of it matches, and files without a match were asked for</source>
        <translation>eine Zeile passt, gesucht waren aber Dateien ohne Treffer</translation>
    </message>
    <message>
        <source>it is not a file, so it has no text to search</source>
        <translation>keine Datei, also ohne Text zum Durchsuchen</translation>
    </message>
    <message>
        <source>it is of another type</source>
        <translation>von anderem Typ</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>gehört jemand anderem</translation>
    </message>
    <message>
        <source>it is deeper than the limit</source>
        <translation>tiefer als die Grenze</translation>
    </message>
    <message>
        <source>its contents are deeper than the limit</source>
        <translation>Inhalt tiefer als die Grenze</translation>
    </message>
    <message>
        <source>it is not as deep as was asked for</source>
        <translation>nicht so tief wie verlangt</translation>
    </message>
    <message>
        <source>it is ignored by %1</source>
        <translation>ignoriert durch %1</translation>
    </message>
    <message>
        <source>it matches the exclude pattern %1</source>
        <translation>passt auf das Ausschlussmuster %1</translation>
    </message>
    <message>
        <source>its name does not match %1</source>
        <translation>Name passt nicht auf %1</translation>
    </message>
    <message>
        <source>The name is not the one that was asked for. Change the name to find these.</source>
        <translation>Der Name ist nicht der gesuchte. Ändere den Namen, um diese zu finden.</translation>
    </message>
    <message>
        <source>Not the type that was asked for, or nothing that has a text. Remove the filter for types to find these.</source>
        <translation>Nicht der gesuchte Typ oder nichts, was Text hat. Entferne den Filter für Dateien oder Ordner, um diese zu finden.</translation>
    </message>
    <message>
        <source>The name ends differently than was asked for. Remove the filter for extensions or kinds to find these.</source>
        <translation>Der Name endet anders als gesucht. Entferne den Filter für Endungen oder Dateiarten, um diese zu finden.</translation>
    </message>
    <message>
        <source>Outside of the depth that was asked for. Change the depth to find these.</source>
        <translation>Außerhalb der gesuchten Tiefe. Ändere die Tiefe, um diese zu finden.</translation>
    </message>
    <message>
        <source>Smaller or larger than was asked for. Change the size to find these.</source>
        <translation>Kleiner oder größer als gesucht. Ändere die Größe, um diese zu finden.</translation>
    </message>
    <message>
        <source>Outside of the time that was asked for. Change the time to find these.</source>
        <translation>Außerhalb der gesuchten Zeit. Ändere die Zeit, um diese zu finden.</translation>
    </message>
    <message>
        <source>Of another owner or group than was asked for. Remove the filter for owners to find these.</source>
        <translation>Anderer Besitzer oder andere Gruppe als gesucht. Entferne den Filter für Besitzer, um diese zu finden.</translation>
    </message>
    <message>
        <source>With other permissions than were asked for. Remove the filter for permissions to find these.</source>
        <translation>Andere Rechte als gesucht. Entferne den Filter für Rechte, um diese zu finden.</translation>
    </message>
    <message>
        <source>The file was searched and does not have what was asked for. Change the text to find these.</source>
        <translation>Die Datei wurde durchsucht und enthält das Gesuchte nicht. Ändere den Text, um diese zu finden.</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Other type</source>
        <translation>Anderer Typ</translation>
    </message>
    <message>
        <source>Other extension</source>
        <translation>Andere Endung</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Versteckt</translation>
    </message>
    <message>
        <source>Named by an ignore rule</source>
        <translation>Von einer Ignorierregel genannt</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Too deep or not deep enough</source>
        <translation>Zu tief oder nicht tief genug</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Other owner</source>
        <translation>Anderer Besitzer</translation>
    </message>
    <message>
        <source>Other permissions</source>
        <translation>Andere Rechte</translation>
    </message>
    <message>
        <source>Binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source>Encoding that cannot be read</source>
        <translation>Nicht lesbare Kodierung</translation>
    </message>
    <message>
        <source>On another file system</source>
        <translation>Auf einem anderen Dateisystem</translation>
    </message>
    <message>
        <source>Virtual file system</source>
        <translation>Virtuelles Dateisystem</translation>
    </message>
    <message>
        <source>Vanished during the search</source>
        <translation>Während der Suche verschwunden</translation>
    </message>
    <message>
        <source>Text not in the file</source>
        <translation>Text nicht in der Datei</translation>
    </message>
    <message>
        <source>Beyond a limit</source>
        <translation>Jenseits einer Grenze</translation>
    </message>
    <message>
        <source>Names that begin with a dot are hidden. Search hidden files to find these.</source>
        <translation>Namen, die mit einem Punkt beginnen, sind versteckt. Durchsuche versteckte Dateien, um diese zu finden.</translation>
    </message>
    <message>
        <source>A .gitignore or .ignore file names these. Turn the ignore rules off to find them.</source>
        <translation>Eine .gitignore- oder .ignore-Datei nennt diese. Schalte die Ignorierregeln aus, um sie zu finden.</translation>
    </message>
    <message>
        <source>An exclude pattern of this search names these. Remove it to find them.</source>
        <translation>Ein Ausschlussmuster dieser Suche nennt diese. Entferne es, um sie zu finden.</translation>
    </message>
    <message>
        <source>These files are no text. Search binary files to find these.</source>
        <translation>Diese Dateien sind kein Text. Durchsuche Binärdateien, um sie zu finden.</translation>
    </message>
    <message>
        <source>The text is in an encoding that cannot be read here. Choose the encoding, or search the bytes as they are.</source>
        <translation>Der Text hat eine Kodierung, die hier nicht gelesen werden kann. Wähle die Kodierung oder durchsuche die rohen Bytes.</translation>
    </message>
    <message>
        <source>Another disk or share is mounted there. Allow other file systems to find these.</source>
        <translation>Dort ist ein anderer Datenträger oder eine Freigabe eingehängt. Erlaube andere Dateisysteme, um diese zu finden.</translation>
    </message>
    <message>
        <source>Places such as /proc and /sys are made up by the system. To search one, choose it as the folder to search in.</source>
        <translation>Orte wie /proc und /sys erzeugt das System. Um einen zu durchsuchen, wähle ihn als Ordner für die Suche.</translation>
    </message>
    <message>
        <source>Deleted or renamed between being seen and being read. Search again.</source>
        <translation>Zwischen Sehen und Lesen gelöscht oder umbenannt. Suche noch einmal.</translation>
    </message>
    <message>
        <source>Beyond a limit of the search. Raise the limit or narrow the search.</source>
        <translation>Jenseits einer Grenze der Suche. Erhöhe die Grenze oder suche enger.</translation>
    </message>
    <message>
        <source>%1 is a result.</source>
        <translation>%1 ist ein Ergebnis.</translation>
    </message>
    <message>
        <source>%1 is not here: %2</source>
        <translation>%1 fehlt hier: %2</translation>
    </message>
    <message>
        <source>%1 is not here: it is inside %2, which was not entered: %3</source>
        <translation>%1 fehlt hier, denn der Ordner %2 darüber wurde nicht betreten: %3</translation>
    </message>
    <message>
        <source>%1 is not here: it is outside of the searched folders.</source>
        <translation>%1 fehlt hier: außerhalb der durchsuchten Ordner.</translation>
    </message>
    <message>
        <source>%1 is the searched folder itself, which is no result.</source>
        <translation>%1 ist der durchsuchte Ordner selbst und kein Ergebnis.</translation>
    </message>
    <message>
        <source>%1 is not here: the search did not come to it.</source>
        <translation>%1 fehlt hier: Die Suche kam nicht bis dorthin.</translation>
    </message>
    <message>
        <source>%1 cannot be judged: %2</source>
        <translation>%1 lässt sich nicht beurteilen: %2</translation>
    </message>
    <message>
        <source>it is smaller than %1</source>
        <translation>kleiner als %1</translation>
    </message>
    <message>
        <source>it is larger than %1</source>
        <translation>größer als %1</translation>
    </message>
    <message>
        <source>it is not between %1 and %2</source>
        <translation>nicht zwischen %1 und %2</translation>
    </message>
    <message>
        <source>it has another extension than %1</source>
        <translation>andere Endung als %1</translation>
    </message>
    <message>
        <source>it is of another kind than %1</source>
        <translation>von anderer Art als %1</translation>
    </message>
    <message>
        <source>it is of a kind that is not wanted: %1</source>
        <translation>von einer nicht gewünschten Art: %1</translation>
    </message>
    <message>
        <source>it was changed before %1 or after %2</source>
        <translation>vor %1 oder nach %2 geändert</translation>
    </message>
    <message>
        <source>it was changed before %1</source>
        <translation>vor %1 geändert</translation>
    </message>
    <message>
        <source>it was changed after %1</source>
        <translation>nach %1 geändert</translation>
    </message>
    <message>
        <source>it was created before %1 or after %2, if that is known</source>
        <translation>vor %1 oder nach %2 erstellt, soweit das bekannt ist</translation>
    </message>
    <message>
        <source>it was created before %1, if that is known</source>
        <translation>vor %1 erstellt, soweit das bekannt ist</translation>
    </message>
    <message>
        <source>it was created after %1, if that is known</source>
        <translation>nach %1 erstellt, soweit das bekannt ist</translation>
    </message>
    <message>
        <source>%1 is not here: it is not one of the files that are searched.</source>
        <translation>%1 fehlt hier: nicht unter den durchsuchten Dateien.</translation>
    </message>
    <message>
        <source>%1 was not judged: the question was dropped.</source>
        <translation>%1 wurde nicht beurteilt: Die Frage wurde verworfen.</translation>
    </message>
</context>
<context>
    <name>WithinText</name>
    <message>
        <source>text “%1”</source>
        <translation>Text „%1“</translation>
    </message>
    <message>
        <source>name “%1”</source>
        <translation>Name „%1“</translation>
    </message>
    <message>
        <source>In the files of the step before</source>
        <translation>In den Dateien des Schritts davor</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>In %1</translation>
    </message>
    <message>
        <source>In %1 and 1 more folder</source>
        <translation>In %1 und 1 weiteren Ordner</translation>
    </message>
    <message>
        <source>In %1 and %2 more folders</source>
        <translation>In %1 und %2 weiteren Ordnern</translation>
    </message>
    <message>
        <source>In 1 file found</source>
        <translation>In 1 gefundenen Datei</translation>
    </message>
    <message>
        <source>In %1 files found</source>
        <translation>In %1 gefundenen Dateien</translation>
    </message>
    <message>
        <source>In 1 file with %1</source>
        <translation>In 1 Datei mit %1</translation>
    </message>
    <message>
        <source>In %1 files with %2</source>
        <translation>In %1 Dateien mit %2</translation>
    </message>
    <message>
        <source>Found 1 file</source>
        <translation>1 Datei gefunden</translation>
    </message>
    <message>
        <source>Found %1 files</source>
        <translation>%1 Dateien gefunden</translation>
    </message>
    <message>
        <source>%1 with: %2</source>
        <translation>%1 mit: %2</translation>
    </message>
</context>
<context>
    <name>findling::gui::ContextLines</name>
    <message>
        <source>the file is no longer there</source>
        <translation>die Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the file has changed</source>
        <translation>die Datei wurde geändert</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>too far into the file to be shown</source>
        <translation>zu weit hinten in der Datei, um gezeigt zu werden</translation>
    </message>
</context>
<context>
    <name>findling::gui::ContextSlider</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Lines shown before and after each match</source>
        <translation>Gezeigte Zeilen vor und nach jedem Treffer</translation>
    </message>
    <message>
        <source>Context lines</source>
        <translation>Kontextzeilen</translation>
    </message>
</context>
<context>
    <name>findling::gui::FilterBar</name>
    <message>
        <source>Show only results that hold this</source>
        <translation>Nur Ergebnisse zeigen, die dies enthalten</translation>
    </message>
    <message>
        <source>Filter results</source>
        <translation>Ergebnisse filtern</translation>
    </message>
    <message>
        <source>Show all results (Esc)</source>
        <translation>Alle Ergebnisse zeigen (Esc)</translation>
    </message>
    <message>
        <source>Close the filter</source>
        <translation>Filter schließen</translation>
    </message>
</context>
<context>
    <name>findling::gui::FilterChips</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Restrict the search: size, time, kinds of files and more</source>
        <translation>Suche einschränken: Größe, Zeit, Dateiarten und mehr</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>Press Space to edit the filter, Delete to remove it</source>
        <translation>Leertaste bearbeitet den Filter, Entf entfernt ihn</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Save filters as preset…</source>
        <translation>Filter als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Vorlage entfernen</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Save filters as preset</source>
        <translation>Filter als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1
Right click: the opposite</source>
        <translation>%1
Rechtsklick: das Gegenteil</translation>
    </message>
    <message>
        <source>Press Space to edit the filter, Delete to remove it, the menu key for the opposite</source>
        <translation>Leertaste bearbeitet den Filter, Entf entfernt ihn, die Menütaste kehrt ihn um</translation>
    </message>
</context>
<context>
    <name>findling::gui::FilterPopup</name>
    <message>
        <source>What is wrong with the filter</source>
        <translation>Was am Filter nicht stimmt</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>findling::gui::FolderBar</name>
    <message>
        <source>Hidden files</source>
        <translation>Versteckte Dateien</translation>
    </message>
    <message>
        <source>Ignore rules</source>
        <translation>Ignorierregeln</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Search in another folder too</source>
        <translation>Auch in einem weiteren Ordner suchen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Search hidden files and folders too</source>
        <translation>Auch versteckte Dateien und Ordner durchsuchen</translation>
    </message>
    <message>
        <source>Leave out what .gitignore and .ignore files name</source>
        <translation>Auslassen, was .gitignore- und .ignore-Dateien nennen</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>Ordner %1</translation>
    </message>
    <message>
        <source>Search in folder</source>
        <translation>In Ordner suchen</translation>
    </message>
    <message>
        <source>Press Space to choose another, Delete to search here no longer</source>
        <translation>Leertaste wählt einen anderen, mit Entf wird hier nicht mehr gesucht</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Leave out folders or names…</source>
        <translation>Ordner oder Namen auslassen …</translation>
    </message>
    <message>
        <source>%1
Right click: the opposite</source>
        <translation>%1
Rechtsklick: das Gegenteil</translation>
    </message>
    <message>
        <source>%1
Click: back to that search
x: take away this step and those after it</source>
        <translation>%1
Klick: zurück zu dieser Suche
x: diesen Schritt und die danach entfernen</translation>
    </message>
    <message>
        <source>Press Space to go back to that search, Delete to take away this step and those after it</source>
        <translation>Leertaste geht zu dieser Suche zurück, Entf entfernt diesen Schritt und die danach</translation>
    </message>
</context>
<context>
    <name>findling::gui::MainWindow</name>
    <message>
        <source>Findling</source>
        <translation>Findling</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Search in &amp;folder…</source>
        <translation>In &amp;Ordner suchen …</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Go to the &amp;text</source>
        <translation>Zum &amp;Text gehen</translation>
    </message>
    <message>
        <source>Go to the &amp;name</source>
        <translation>Zum &amp;Namen gehen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>Alle aus&amp;klappen</translation>
    </message>
    <message>
        <source>&amp;Fold all</source>
        <translation>Alle &amp;einklappen</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suche</translation>
    </message>
    <message>
        <source>&amp;Search now</source>
        <translation>Jetzt &amp;suchen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Next match</source>
        <translation>&amp;Nächster Treffer</translation>
    </message>
    <message>
        <source>&amp;Previous match</source>
        <translation>&amp;Voriger Treffer</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Findling</source>
        <translation>&amp;Über Findling</translation>
    </message>
    <message>
        <source>Findling %1 finds files and text.</source>
        <translation>Findling %1 findet Dateien und Text.</translation>
    </message>
    <message>
        <source>Qt %1. Icons: Lucide (ISC licence).</source>
        <translation>Qt %1. Symbole: Lucide (ISC-Lizenz).</translation>
    </message>
    <message>
        <source>Preview colours: KSyntaxHighlighting.</source>
        <translation>Farben der Vorschau: KSyntaxHighlighting.</translation>
    </message>
    <message>
        <source>This build has no preview colours.</source>
        <translation>Diese Fassung hat keine Farben in der Vorschau.</translation>
    </message>
    <message>
        <source>About Findling</source>
        <translation>Über Findling</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Warum nicht?</translation>
    </message>
    <message>
        <source>&amp;Filter the results</source>
        <translation>Ergebnisse &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Why not?</source>
        <translation>&amp;Warum nicht?</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>%1 – Findling</source>
        <translation>%1 – Findling</translation>
    </message>
    <message>
        <source>&amp;New tab</source>
        <translation>&amp;Neuer Reiter</translation>
    </message>
    <message>
        <source>&amp;Duplicate tab</source>
        <translation>Reiter &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Reopen closed tab</source>
        <translation>Geschlossenen Reiter &amp;wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>Reiter &amp;schließen</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>&amp;Nächster Reiter</translation>
    </message>
    <message>
        <source>Pre&amp;vious tab</source>
        <translation>Voriger &amp;Reiter</translation>
    </message>
    <message>
        <source>Go to tab %1</source>
        <translation>Zum Reiter %1 gehen</translation>
    </message>
    <message>
        <source>Search &amp;within these results</source>
        <translation>In diesen &amp;Ergebnissen suchen</translation>
    </message>
</context>
<context>
    <name>findling::gui::MatchStrip</name>
    <message>
        <source>Matches in this file</source>
        <translation>Treffer in dieser Datei</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Lines %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
</context>
<context>
    <name>findling::gui::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>findling::gui::PatternEdit</name>
    <message>
        <source>Earlier patterns</source>
        <translation>Frühere Muster</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Verlauf leeren</translation>
    </message>
</context>
<context>
    <name>findling::gui::PreviewEdit</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
</context>
<context>
    <name>findling::gui::PreviewImageView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>findling::gui::PreviewOptions</name>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation>Lange Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>Show &amp;tabs and spaces</source>
        <translation>&amp;Tabs und Leerzeichen zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Verk&amp;leinern</translation>
    </message>
    <message>
        <source>&amp;Original size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Ko&amp;dierung</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatisch</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>findling::gui::PreviewPanel</name>
    <message>
        <source>File in the preview</source>
        <translation>Datei in der Vorschau</translation>
    </message>
    <message>
        <source>Position among all matches</source>
        <translation>Stelle unter allen Treffern</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Choose a result to look into it</source>
        <translation>Wähle ein Ergebnis, um hineinzusehen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>Über diese Datei</translation>
    </message>
    <message>
        <source>How the preview shows the file</source>
        <translation>Wie die Vorschau die Datei zeigt</translation>
    </message>
    <message>
        <source>Preview options</source>
        <translation>Optionen der Vorschau</translation>
    </message>
    <message>
        <source>colours approximate</source>
        <translation>Farben ungefähr</translation>
    </message>
</context>
<context>
    <name>findling::gui::ProblemModel</name>
    <message>
        <source>%1, error %2</source>
        <translation>%1, Fehler %2</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Vorgang</translation>
    </message>
</context>
<context>
    <name>findling::gui::ProblemView</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>findling::gui::ResultModel</name>
    <message>
        <source>%1 more lines</source>
        <translation>%1 weitere Zeilen</translation>
    </message>
    <message>
        <source>%1 more lines are only counted</source>
        <translation>%1 weitere Zeilen sind nur gezählt</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>After the end of the file</source>
        <translation>Hinter dem Ende der Datei</translation>
    </message>
    <message>
        <source>Line %1, context: %2</source>
        <translation>Zeile %1, Kontext: %2</translation>
    </message>
</context>
<context>
    <name>findling::gui::ResultPane</name>
    <message>
        <source>Type a name, a text, or both</source>
        <translation>Gib einen Namen, einen Text oder beides ein</translation>
    </message>
    <message>
        <source>Results appear while you type. To begin with:</source>
        <translation>Ergebnisse erscheinen beim Tippen. Zum Beispiel:</translation>
    </message>
    <message>
        <source>Names that contain a word</source>
        <translation>Namen, die ein Wort enthalten</translation>
    </message>
    <message>
        <source>Lines that hold a text</source>
        <translation>Zeilen, die einen Text enthalten</translation>
    </message>
    <message>
        <source>Lines that match a pattern</source>
        <translation>Zeilen, auf die ein Muster passt</translation>
    </message>
    <message>
        <source>1 hidden file or folder was left out</source>
        <translation>1 versteckte Datei oder versteckter Ordner wurde ausgelassen</translation>
    </message>
    <message>
        <source>%1 hidden files and folders were left out</source>
        <translation>%1 versteckte Dateien und Ordner wurden ausgelassen</translation>
    </message>
    <message>
        <source>Search hidden files</source>
        <translation>Versteckte durchsuchen</translation>
    </message>
    <message>
        <source>1 file or folder is named by ignore rules</source>
        <translation>1 Datei oder Ordner wird von Ignorierregeln genannt</translation>
    </message>
    <message>
        <source>%1 files and folders are named by ignore rules</source>
        <translation>%1 Dateien und Ordner werden von Ignorierregeln genannt</translation>
    </message>
    <message>
        <source>Search ignored files</source>
        <translation>Ignorierte durchsuchen</translation>
    </message>
    <message>
        <source>Upper and lower case must match</source>
        <translation>Groß- und Kleinschreibung muss stimmen</translation>
    </message>
    <message>
        <source>Any case</source>
        <translation>Schreibung egal</translation>
    </message>
    <message>
        <source>Only whole words count</source>
        <translation>Nur ganze Wörter zählen</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>Auch Wortteile</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>1 binary file was not searched</source>
        <translation>1 Binärdatei wurde nicht durchsucht</translation>
    </message>
    <message>
        <source>%1 binary files were not searched</source>
        <translation>%1 Binärdateien wurden nicht durchsucht</translation>
    </message>
    <message>
        <source>1 place could not be read</source>
        <translation>1 Stelle konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 places could not be read</source>
        <translation>%1 Stellen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Bisher nichts gefunden</translation>
    </message>
    <message>
        <source>No file matches</source>
        <translation>Keine Datei passt</translation>
    </message>
    <message>
        <source>No line matches</source>
        <translation>Keine Zeile passt</translation>
    </message>
    <message>
        <source>What may have hidden it:</source>
        <translation>Was es verborgen haben kann:</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Nothing left</source>
        <translation>Nichts übrig</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Not searched yet</source>
        <translation>Noch nicht gesucht</translation>
    </message>
    <message>
        <source>Enter in a field starts it</source>
        <translation>Die Eingabetaste in einem Feld beginnt die Suche</translation>
    </message>
</context>
<context>
    <name>findling::gui::ResultView</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open %1 files?</source>
        <translation>%1 Dateien öffnen?</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
</context>
<context>
    <name>findling::gui::SearchPanel</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Name: words, or *.cpp</source>
        <translation>Name: Wörter oder *.cpp</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names that contain these words; with * ? [ ] or { } the whole name</source>
        <translation>Namen, die diese Wörter enthalten; mit * ? [ ] oder { } der ganze Name</translation>
    </message>
    <message>
        <source>Text in the files; empty lists names</source>
        <translation>Text in den Dateien; leer: nur Namen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Files with a line that holds this text</source>
        <translation>Dateien mit einer Zeile, die diesen Text enthält</translation>
    </message>
    <message>
        <source>What is wrong with the search</source>
        <translation>Was an der Suche nicht stimmt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop searching (Esc)</source>
        <translation>Suche anhalten (Esc)</translation>
    </message>
    <message>
        <source>Search now (Enter)</source>
        <translation>Jetzt suchen (Eingabe)</translation>
    </message>
</context>
<context>
    <name>findling::gui::SearchTab</name>
    <message>
        <source>Paused: the %1 rows found so far fill %2 of memory, and more would follow</source>
        <translation>Pause: Die bisher gefundenen %1 Zeilen belegen %2 Speicher, und es kämen noch mehr</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Hier anhalten</translation>
    </message>
    <message>
        <source>There is no file among these results to search in</source>
        <translation>Unter diesen Ergebnissen ist keine Datei zum Durchsuchen</translation>
    </message>
    <message>
        <source>%1 of %2 lines of context are shown: with so many matches all would be too many rows</source>
        <translation>%1 von %2 Kontextzeilen werden gezeigt: bei so vielen Treffern wären alle zu viele Zeilen</translation>
    </message>
</context>
<context>
    <name>findling::gui::SkipModel</name>
    <message>
        <source>Folders that were not entered. What is in them was not seen.</source>
        <translation>Ordner, die nicht betreten wurden. Was darin ist, wurde nicht gesehen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Counted, but not listed</source>
        <translation>Gezählt, aber nicht aufgeführt</translation>
    </message>
    <message>
        <source>Files and folders together. This search did not list them all.</source>
        <translation>Dateien und Ordner zusammen. Diese Suche hat nicht alle aufgeführt.</translation>
    </message>
    <message>
        <source>and %1 more (not kept)</source>
        <translation>und %1 weitere (nicht behalten)</translation>
    </message>
    <message>
        <source>Counted, but not listed: F5 lists them</source>
        <translation>Gezählt, aber nicht aufgeführt: F5 listet sie auf</translation>
    </message>
    <message>
        <source>Files and folders together. Nobody was looking while they were counted: search again (F5) to see which they are.</source>
        <translation>Dateien und Ordner zusammen. Beim Zählen sah niemand zu: Eine neue Suche (F5) zeigt, welche es sind.</translation>
    </message>
</context>
<context>
    <name>findling::gui::SkipView</name>
    <message>
        <source>Search these too</source>
        <translation>Auch durchsuchen</translation>
    </message>
    <message>
        <source>What was skipped</source>
        <translation>Was übersprungen wurde</translation>
    </message>
    <message>
        <source>Choose a reason in the list first</source>
        <translation>Wähle zuerst einen Grund in der Liste</translation>
    </message>
</context>
<context>
    <name>findling::gui::StatusLine</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>State of the search</source>
        <translation>Stand der Suche</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Stopped: not everything was searched</source>
        <translation>Angehalten: nicht alles wurde durchsucht</translation>
    </message>
    <message>
        <source>Stopped: too many results to hold; narrow the search</source>
        <translation>Angehalten: zu viele Ergebnisse; enger suchen</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 in 1 file</source>
        <translation>%1 in 1 Datei</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>%1 in %2 Dateien</translation>
    </message>
    <message>
        <source>%1 files searched</source>
        <translation>%1 Dateien durchsucht</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 names seen</source>
        <translation>%1 Namen gesehen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>%1 skipped: why?</source>
        <translation>%1 übersprungen: warum?</translation>
    </message>
    <message>
        <source>From memory; checking the disk</source>
        <translation>Aus dem Gedächtnis; Datenträger wird geprüft</translation>
    </message>
    <message>
        <source>From memory; the disk was not checked to its end</source>
        <translation>Aus dem Gedächtnis; der Datenträger wurde nicht zu Ende geprüft</translation>
    </message>
</context>
<context>
    <name>findling::gui::TabBar</name>
    <message>
        <source>Open searches</source>
        <translation>Offene Suchen</translation>
    </message>
    <message>
        <source>New tab (Ctrl+T)</source>
        <translation>Neuer Reiter (Strg+T)</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Reiter</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Reiter schließen</translation>
    </message>
    <message>
        <source>Close tab %1</source>
        <translation>Reiter %1 schließen</translation>
    </message>
    <message>
        <source>Close other tabs</source>
        <translation>Andere Reiter schließen</translation>
    </message>
    <message>
        <source>Duplicate tab</source>
        <translation>Reiter duplizieren</translation>
    </message>
</context>
<context>
    <name>findling::gui::TimeEditor</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>between two days</source>
        <translation>zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>since a time</source>
        <translation>seit einem Zeitpunkt</translation>
    </message>
    <message>
        <source>2h, 3 weeks, 2024-03-01T12:30</source>
        <translation>2h, 3 weeks, 2024-03-01T12:30</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>before a time</source>
        <translation>vor einem Zeitpunkt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>findling::gui::WhyPanel</name>
    <message>
        <source>Search these too</source>
        <translation>Auch durchsuchen</translation>
    </message>
    <message>
        <source>Why is this path not here? Type a path, or drop a file</source>
        <translation>Warum fehlt dieser Pfad? Pfad eingeben oder Datei hierher ziehen</translation>
    </message>
    <message>
        <source>Why is this path not here?</source>
        <translation>Warum fehlt dieser Pfad?</translation>
    </message>
    <message>
        <source>Skipped files or errors</source>
        <translation>Übersprungene Dateien oder Fehler</translation>
    </message>
    <message>
        <source>Filter by rule or path</source>
        <translation>Nach Regel oder Pfad filtern</translation>
    </message>
    <message>
        <source>Skipped (%1)</source>
        <translation>Übersprungen (%1)</translation>
    </message>
    <message>
        <source>Errors (%1)</source>
        <translation>Fehler (%1)</translation>
    </message>
    <message>
        <source>and %1 more (not kept)</source>
        <translation>und %1 weitere (nicht behalten)</translation>
    </message>
    <message>
        <source>After a search, what it left out is listed here</source>
        <translation>Nach einer Suche steht hier, was sie ausgelassen hat</translation>
    </message>
    <message>
        <source>No errors</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>No rule and no path contains “%1”</source>
        <translation>Keine Regel und kein Pfad enthält „%1“</translation>
    </message>
    <message>
        <source>Nothing was left out so far</source>
        <translation>Bisher nichts ausgelassen</translation>
    </message>
    <message>
        <source>Nothing was left out</source>
        <translation>Nichts ausgelassen</translation>
    </message>
    <message>
        <source>No errors so far</source>
        <translation>Bisher keine Fehler</translation>
    </message>
    <message>
        <source>Search for something first: the answer depends on what was asked for.</source>
        <translation>Suche zuerst etwas: Die Antwort hängt davon ab, was gesucht wurde.</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>Auflisten</translation>
    </message>
    <message>
        <source>Search again and list what is left out (F5)</source>
        <translation>Noch einmal suchen und auflisten, was ausgelassen wird (F5)</translation>
    </message>
    <message>
        <source>1 was only counted: F5 lists it</source>
        <translation>1 wurde nur gezählt: F5 listet es auf</translation>
    </message>
    <message>
        <source>%1 were only counted: F5 lists them</source>
        <translation>%1 wurden nur gezählt: F5 listet sie auf</translation>
    </message>
</context>
<context>
    <name>findling::gui::WhyView</name>
    <message>
        <source>Explain this path</source>
        <translation>Diesen Pfad erklären</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Open containing folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
</context>
</TS>
