<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
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
    <name>PreviewReaderText</name>
    <message>
        <source>binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source> … [cut: this line has %1]</source>
        <translation> … [gekürzt: diese Zeile hat %1]</translation>
    </message>
    <message>
        <source>showing %1 of %2</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>Not a regular file</source>
        <translation>Keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>An empty file</source>
        <translation>Eine leere Datei</translation>
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
</context>
<context>
    <name>findling::gui::DetailsPanel</name>
    <message>
        <source>Other name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Other type</source>
        <translation>Andere Art</translation>
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
        <source>Binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source>Encoding that cannot be read yet</source>
        <translation>Kodierung, die noch nicht gelesen werden kann</translation>
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
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Seen, but not asked for</source>
        <translation>Gesehen, aber nicht gesucht</translation>
    </message>
    <message>
        <source>Other owner</source>
        <translation>Anderer Besitzer</translation>
    </message>
    <message>
        <source>Other permissions</source>
        <translation>Andere Rechte</translation>
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
        <source>Press Delete to search here no longer</source>
        <translation>Mit Entf wird hier nicht mehr gesucht</translation>
    </message>
    <message>
        <source>Search in folder</source>
        <translation>In Ordner suchen</translation>
    </message>
</context>
<context>
    <name>findling::gui::MainWindow</name>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
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
        <source>What was &amp;left out</source>
        <translation>Was aus&amp;gelassen wurde</translation>
    </message>
    <message>
        <source>&amp;Unfold all</source>
        <translation>Alle &amp;ausklappen</translation>
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
</context>
<context>
    <name>findling::gui::ResultModel</name>
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
</context>
</TS>
