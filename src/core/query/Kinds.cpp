// size: table
#include "core/query/Kinds.h"

#include "core/base/Text.h"

#include <algorithm>

namespace findling {

namespace {

/// By name. Every type of ripgrep is here with its patterns, so that who knows those finds them.
/// Beside an upper-case pattern stands its lower-case form where the case does not matter.
constexpr FileKind kKinds[] = {
    {"3d", "mesh",
     "*.3ds *.3mf *.blend *.c4d *.dae *.fbx *.glb *.gltf *.iges *.igs *.ma *.max *.mb *.mtl *.obj "
     "*.ply *.skp *.step *.stl *.stp *.usd *.usda *.usdc *.usdz *.vrml *.wrl *.x3d"},
    {"abap", "", "*.abap"},
    {"actionscript", "as3", "*.as"},
    {"ada", "", "*.ada *.adb *.ads"},
    {"agda", "", "*.agda *.lagda *.lagda.md *.lagda.rst *.lagda.tex"},
    {"aidl", "", "*.aidl"},
    {"alire", "", "alire.toml"},
    {"alloy", "", "*.als"},
    {"amake", "", "*.bp *.mk"},
    {"antlr", "", "*.g4"},
    {"apex", "", "*.apex *.apxc *.apxt"},
    {"apl", "", "*.apl *.aplc *.aplf *.apln *.aplo *.dyalog"},
    {"applescript", "", "*.applescript *.scpt"},
    {"archive", "archives compressed",
     "*.7z *.ace *.apk *.ar *.arc *.arj *.br *.bz2 *.cab *.cpio *.crate *.crx *.deb *.ear *.egg "
     "*.flatpak *.gem *.gz *.jar *.lha *.lrz *.lz *.lz4 *.lzh *.lzma *.lzo *.nupkg *.pax *.rar "
     "*.r[0-9][0-9] *.rpm *.rz *.shar *.sit *.sitx *.sqsh *.squashfs *.sz *.tar *.tar.* *.taz "
     "*.tb2 *.tbz *.tbz2 *.tgz *.tlz *.txz *.tzst *.vsix *.war *.whl *.wim *.xar *.xpi *.xz *.Z "
     "*.z *.zip *.zipx *.zpaq *.zst *.zstd"},
    {"arduino", "ino", "*.ino *.pde"},
    {"asciidoc", "adoc", "*.adoc *.asc *.asciidoc"},
    {"asm", "assembler assembly nasm", "*.S *.asm *.nasm *.s"},
    {"asp", "", "*.ascx *.ascx.cs *.ascx.vb *.asax *.ashx *.asmx *.asp *.aspx *.aspx.cs *.aspx.vb"},
    {"astro", "", "*.astro"},
    {"ats", "", "*.ats *.dats *.hats *.sats"},
    {"audio", "music sound",
     "*.8svx *.aac *.ac3 *.aif *.aifc *.aiff *.alac *.amr *.ape *.au *.caf *.dff *.dsf *.eac3 "
     "*.flac *.gsm *.kar *.m4a *.m4b *.m4p *.m4r *.mid *.midi *.mka *.mp2 *.mp3 *.mpc *.mpga *.oga "
     "*.ogg *.opus *.ra *.s3m *.snd *.spx *.tta *.voc *.wav *.weba *.wma *.wv *.xm"},
    {"autoconf", "", "*.ac configure.in *.m4"},
    {"autohotkey", "ahk", "*.ahk *.ahkl"},
    {"autoit", "", "*.au3"},
    {"automake", "", "*.am"},
    {"avro", "", "*.avdl *.avpr *.avsc"},
    {"awk", "gawk", "*.awk *.gawk *.mawk *.nawk"},
    {"backup", "", "*.bak *.bak[0-9] *.bkp *.old *.orig *.rej *~ *.swo *.swp #*#"},
    {"ballerina", "", "*.bal"},
    {"basic", "", "*.bas *.bi"},
    {"bat", "batch cmd", "*.bat *.cmd"},
    {"bazel", "starlark",
     "*.BUILD *.bazel *.bazelrc *.bzl *.star .bazelrc .bazelversion BUILD BUILD.bazel MODULE.bazel "
     "WORKSPACE WORKSPACE.bazel WORKSPACE.bzlmod"},
    {"bicep", "", "*.bicep *.bicepparam"},
    {"binary", "exe object",
     "*.a *.axf *.beam *.bin *.class *.dex *.dll *.drv *.dylib *.efi *.elf *.exe *.gch *.hex *.ko "
     "*.la *.lib *.lo *.luac *.mo *.msi *.node *.o *.obj *.ocx *.pch *.pdb *.pyc *.pyd *.pyo "
     "*.rlib *.rmeta *.so *.so.* *.sys *.wasm *.xpt a.out"},
    {"bitbake", "", "*.bb *.bbappend *.bbclass *.conf *.inc"},
    {"boxlang", "", "*.bx *.bxm *.bxs"},
    {"brotli", "br", "*.br"},
    {"buildstream", "", "*.bst"},
    {"bzip2", "bz2", "*.bz2 *.tb2 *.tbz *.tbz2"},
    {"c", "", "*.c *.h *.H *.c.in *.h.in *.H.in *.cats"},
    {"c3", "", "*.c3 *.c3i *.c3t"},
    {"cabal", "", "*.cabal cabal.project cabal.project.*"},
    {"cairo", "", "*.cairo"},
    {"candid", "", "*.did"},
    {"capnp", "capnproto", "*.capnp"},
    {"carp", "", "*.carp"},
    {"cbor", "", "*.cbor"},
    {"certificate", "cert",
     "*.cer *.crl *.crt *.csr *.der *.gpg *.jks *.key *.keystore *.p12 *.p7b *.p7c *.p7s *.pem "
     "*.pfx *.pub *.sig"},
    {"ceylon", "", "*.ceylon"},
    {"cfml", "coldfusion", "*.cfc *.cfm *.cfml"},
    {"chapel", "", "*.chpl"},
    {"clojure", "clj", "*.clj *.cljc *.cljs *.cljx *.cljd"},
    {"cmake", "", "*.cmake *.cmake.in CMakeLists.txt CMakePresets.json CMakeUserPresets.json"},
    {"cml", "", "*.cml"},
    {"cobol", "", "*.cbl *.ccp *.cob *.cobol *.cpy"},
    // Programming languages, shells, shaders and queries; no markup, data or settings.
    {"code", "source",
     "*.4th *.abap *.ada *.adb *.ado *.ads *.agda *.ahk *.ahkl *.apex *.apl *.aplc *.aplf *.apln "
     "*.aplo *.applescript *.apxc *.apxt *.as *.asax *.ascx *.asd *.ashx *.asm *.asmx *.asp *.aspx "
     "*.astro *.ats *.au3 *.awk *.bal *.bas *.bash *.bashrc *.bat *.bi *.bicep *.bx *.bxm *.bxs "
     "*.C *.c *.c++ *.c++m *.c2hs *.c3 *.c3i *.c3t *.cairo *.carp *.cbl *.cc *.ccm *.ccp *.ceylon "
     "*.cfc *.cfm *.cfml *.cginc *.chpl *.chs *.cjs *.cjsx *.cl *.clh *.clj *.cljc *.cljd *.cljs "
     "*.cljx *.cmake *.cmd *.cob *.cobol *.coffee *.comp *.cpp *.cpphs *.cppm *.cpy *.cr *.cs "
     "*.csh *.cshrc *.cshtml *.csx *.cts *.cu *.cuh *.cxx *.cxxm *.d *.dart *.dash *.dats *.ddl "
     "*.dhall *.di *.dml *.do *.doh *.dpk *.dpr *.dyalog *.e *.ecr *.eex *.el *.eliom *.eliomi "
     "*.elm *.erl *.es6 *.escript *.ex *.exs *.F *.f *.F03 *.f03 *.F08 *.f08 *.F77 *.f77 *.F90 "
     "*.f90 *.F95 *.f95 *.factor *.fish *.flex *.fnl *.for *.forth *.fpp *.frag *.frt *.fs *.fsi "
     "*.fsx *.fth *.ftn *.fun *.fut *.fx *.fxh *.g *.gap *.gawk *.gd *.geom *.gleam *.glsl *.glslf "
     "*.glslv *.go *.gradle *.groovy *.gvy *.gy *.H *.h *.h++ *.ha *.hack *.hats *.heex *.hh *.hhi "
     "*.hlsl *.hlsli *.hpp *.hrl *.hs *.hs-boot *.hsc *.hx *.hxsl *.hxx *.hy *.iced *.idr *.ijs "
     "*.inc *.inl *.ino *.ipp *.ipynb *.itcl *.ixx *.janet *.java *.jl *.js *.jsonnet *.jsp *.jspx "
     "*.jsx *.ksh *.kshrc *.kt *.ktm *.kts *.l *.lagda *.lean *.leex *.lex *.lhs *.libsonnet "
     "*.lidr *.lisp *.litcoffee *.livemd *.ll *.lpr *.ls *.lsp *.lua *.luau *.lxx *.m *.mak *.make "
     "*.mata *.mawk *.metal *.mint *.mjs *.mk *.ml *.mli *.mll *.mlt *.mly *.mm *.mojo *.move "
     "*.mts *.nasm *.nawk *.nim *.nimf *.nims *.nix *.nse *.nu *.nut *.odin *.orx *.P *.p6 *.pas "
     "*.pde *.perl *.pfo *.pgsql *.php *.php3 *.php4 *.php5 *.php7 *.php8 *.pht *.phtml *.PL *.pl "
     "*.pl6 *.plh *.plsql *.plx *.pm *.pm6 *.pony *.pp *.pro *.prolog *.ps1 *.psd1 *.psgi *.psm1 "
     "*.psql *.purs *.pxd *.pxi *.py *.pyi *.pyw *.pyx *.qml *.R *.r *.rake *.raku *.rakumod "
     "*.rakutest *.razor *.rb *.rbi *.rbs *.rbw *.rchit *.re *.red *.reds *.rego *.rei *.res "
     "*.resi *.rex *.rexx *.rgen *.rkt *.rktl *.rmiss *.Rprofile *.rprofile *.rs *.ru *.S *.s "
     "*.s7i *.sas *.sats *.sbt *.sc *.scala *.scm *.scrbl *.sd7 *.sed *.sh *.slang *.sld *.sls "
     "*.smali *.sml *.sol *.spark *.sps *.sql *.ss *.st *.stan *.sv *.svelte *.svh *.swift *.t "
     "*.tcl *.tcsh *.tesc *.tese *.tf *.tk *.tla *.tm *.tofu *.toit *.tpp *.ts *.tsql *.tsx *.txx "
     "*.v *.vala *.vapi *.vb *.vba *.vbs *.vert *.vg *.vh *.vhd *.vhdl *.vim *.vsh *.vue *.vv *.vy "
     "*.vyi *.wgsl *.wl *.wls *.wlua *.xrl *.y *.y++ *.yacc *.ypp *.yrl *.yxx *.yy *.zig *.zsh "
     ".irbrc .pryrc Brewfile Capfile CMakeLists.txt cpanfile Gemfile GNUmakefile Guardfile "
     "Jenkinsfile Makefile makefile Podfile Projectfile Rakefile SConscript SConstruct "
     "Vagrantfile"},
    {"coffeescript", "coffee", "*.cjsx *.coffee *.iced *.litcoffee"},
    {"config", "conf", "*.cfg *.cnf *.conf *.config *.ini *.properties .editorconfig .gitconfig"},
    {"coq", "rocq", "*.v"},
    {"cpp", "c++ cxx",
     "*.cpp *.hpp *.cc *.hh *.cxx *.hxx *.c++ *.h++ *.C *.h *.H *.cpp.in *.hpp.in *.cc.in *.hh.in "
     "*.cxx.in *.hxx.in *.C.in *.h.in *.H.in *.inl *.ipp *.tpp *.txx *.cppm *.ccm *.cxxm *.c++m "
     "*.ixx *.mpp"},
    {"creole", "", "*.creole"},
    {"crystal", "", "*.cr *.ecr Projectfile shard.yml"},
    {"cs", "c# csharp", "*.cs *.csx"},
    {"cshtml", "razor", "*.cshtml *.razor"},
    {"csproj", "", "*.csproj"},
    {"css", "", "*.css *.pcss *.postcss *.scss"},
    {"csv", "", "*.csv"},
    {"cuda", "", "*.cu *.cuh"},
    {"cue", "", "*.cue"},
    {"cython", "", "*.pxd *.pxi *.pyx"},
    {"d", "dlang", "*.d *.di"},
    {"dart", "", "*.dart"},
    {"data", "",
     "*.arrow *.avro *.bson *.cbor *.csv *.db *.db3 *.dbf *.edn *.feather *.fits *.geojson *.h5 "
     "*.hdf *.hdf5 *.jsonl *.json *.json5 *.jsonc *.kml *.mat *.mdb *.msgpack *.ndjson *.npy *.npz "
     "*.orc *.parquet *.pickle *.pkl *.plist *.proto *.psv *.rda *.rdata *.rds *.ron *.sqlite "
     "*.sqlite3 *.tab *.toml *.topojson *.tsv *.xml *.yaml *.yml"},
    {"database", "db",
     "*.accdb *.db *.db3 *.dbf *.fdb *.gdb *.ibd *.ldb *.ldf *.mdb *.mdf *.myd *.myi *.odb *.rdb "
     "*.sdf *.sqlite *.sqlite3 *.sqlitedb"},
    {"debian", "", "*.changes *.dsc *.install *.postinst *.postrm *.preinst *.prerm"},
    {"desktop", "", "*.desktop *.directory"},
    {"devicetree", "dts", "*.dts *.dtsi *.dtso"},
    {"dhall", "", "*.dhall"},
    {"diff", "patch", "*.diff *.patch"},
    {"diskimage", "disk",
     "*.ccd *.dmg *.img *.iso *.mdf *.mds *.nrg *.ova *.ovf *.qcow *.qcow2 *.sparsebundle "
     "*.sparseimage *.toast *.vdi *.vhd *.vhdx *.vmdk"},
    {"dita", "", "*.dita *.ditamap *.ditaval"},
    {"docbook", "", "*.dbk *.docbook"},
    {"docker", "container containerfile dockerfile",
     "*Containerfile* *Dockerfile* *containerfile* *dockerfile*"},
    {"dockercompose", "compose",
     "docker-compose.*.yml docker-compose.*.yaml docker-compose.yml docker-compose.yaml "
     "compose.*.yml compose.*.yaml compose.yml compose.yaml"},
    {"document", "doc documents office",
     "*.abw *.azw *.azw3 *.chm *.djv *.djvu *.doc *.docm *.docx *.dotm *.dotx *.epub *.fb2 *.fodp "
     "*.fods *.fodt *.hwp *.hwpx *.lyx *.mobi *.numbers *.odf *.odg *.odp *.ods *.odt *.one *.otp "
     "*.ots *.ott *.oxps *.pages *.pdf *.potx *.pps *.ppsx *.ppt *.pptm *.pptx *.ps *.pub *.rtf "
     "*.sxc *.sxi *.sxw *.vsd *.vsdx *.wpd *.wps *.wri *.xls *.xlsb *.xlsm *.xlsx *.xltx *.xps"},
    {"dot", "graphviz", "*.dot *.gv"},
    {"dvc", "", "*.dvc .dvcignore Dvcfile"},
    {"ebook", "ebooks",
     "*.azw *.azw3 *.azw4 *.cb7 *.cbr *.cbt *.cbz *.djv *.djvu *.epub *.fb2 *.fb2.zip *.ibooks "
     "*.kepub *.kfx *.lit *.lrf *.mobi *.prc *.tcr"},
    {"ebuild", "", "*.ebuild *.eclass"},
    {"edn", "", "*.edn"},
    {"eiffel", "", "*.e"},
    {"elisp", "el emacs", "*.el .emacs"},
    {"elixir", "", "*.eex *.ex *.exs *.heex *.leex *.livemd"},
    {"elm", "", "*.elm"},
    {"email", "mail", "*.eml *.emlx *.mbox *.mbx *.msg *.ost *.pst"},
    {"env", "dotenv", "*.env .env.* .envrc"},
    {"erb", "", "*.erb *.rhtml"},
    {"erlang", "erl", "*.app.src *.erl *.escript *.hrl *.xrl *.yrl rebar.config"},
    {"factor", "", "*.factor"},
    {"fennel", "", "*.fnl"},
    {"fidl", "", "*.fidl"},
    {"fish", "", "*.fish"},
    {"flatbuffers", "", "*.fbs"},
    {"font", "fonts",
     "*.afm *.bdf *.dfont *.eot *.fnt *.fon *.glyphs *.otb *.otc *.otf *.pcf *.pcf.gz *.pfa *.pfb "
     "*.pfm *.psf *.psf.gz *.psfu *.psfu.gz *.sfd *.snf *.ttc *.ttf *.ufo *.woff *.woff2"},
    {"forth", "", "*.4th *.forth *.frt *.fth"},
    {"fortran", "",
     "*.F *.F03 *.F08 *.F77 *.F90 *.F95 *.f *.f03 *.f08 *.f77 *.f90 *.f95 *.for *.fpp *.ftn *.pfo"},
    {"freemarker", "", "*.ftl *.ftlh *.ftlx"},
    {"fsharp", "f# fs", "*.fs *.fsi *.fsx"},
    {"fut", "", "*.fut"},
    {"gap", "", "*.g *.gap *.gd *.gi *.tst"},
    {"gcode", "", "*.gco *.gcode *.ngc"},
    {"gdscript", "godot", "*.gd"},
    {"geo", "gis",
     "*.dbf *.geojson *.gml *.gpkg *.gpx *.kml *.kmz *.mbtiles *.osm *.osm.pbf *.prj *.shp *.shx "
     "*.topojson"},
    {"gettext", "", "*.mo *.po *.pot"},
    {"gherkin", "cucumber", "*.feature"},
    {"git", "", ".gitattributes .gitconfig .gitignore .gitkeep .gitmodules .mailmap"},
    {"gleam", "", "*.gleam"},
    {"glsl", "",
     "*.comp *.frag *.geom *.glsl *.glslf *.glslv *.rchit *.rgen *.rmiss *.tesc *.tese *.vert"},
    {"gn", "", "*.gn *.gni"},
    {"gnuplot", "", "*.gnu *.gnuplot *.gp *.gpi *.plt"},
    {"go", "golang", "*.go"},
    {"gomod", "", "go.mod go.sum go.work go.work.sum"},
    {"gprbuild", "", "*.gpr"},
    {"gradle", "", "*.gradle *.gradle.kts gradle-wrapper.* gradle.properties gradlew gradlew.bat"},
    {"graphql", "gql", "*.gql *.graphql *.graphqls"},
    {"groovy", "", "*.gradle *.groovy *.gvy *.gy Jenkinsfile"},
    {"gzip", "gz", "*.gz *.tgz"},
    {"h", "header", "*.h *.hh *.hpp"},
    {"hack", "hhvm", "*.hack *.hhi"},
    {"haml", "", "*.haml"},
    {"handlebars", "hbs", "*.handlebars *.hbs"},
    {"hare", "", "*.ha"},
    {"haskell", "hs", "*.c2hs *.chs *.cpphs *.hs *.hs-boot *.hsc *.lhs"},
    {"haxe", "", "*.hx *.hxml *.hxsl"},
    {"hcl", "", "*.hcl *.nomad"},
    {"hlsl", "", "*.cginc *.fx *.fxh *.hlsl *.hlsli"},
    {"html", "htm", "*.ejs *.htm *.html *.shtml *.xht *.xhtml"},
    {"http", "", "*.http *.rest"},
    {"hurl", "", "*.hurl"},
    {"hy", "hylang", "*.hy"},
    {"icon", "", "*.cur *.icns *.ico *.icon"},
    {"idl", "", "*.idl *.odl"},
    {"idris", "", "*.idr *.lidr"},
    {"image", "img images photo picture",
     "*.3fr *.ai *.apng *.arw *.avif *.bmp *.cdr *.cr2 *.cr3 *.crw *.cur *.dcr *.dds *.dib *.dng "
     "*.emf *.eps *.erf *.exr *.gif *.hdr *.heic *.heif *.icns *.ico *.iiq *.j2k *.jfif *.jp2 "
     "*.jpe *.jpeg *.jpg *.jpx *.jxl *.jxr *.kdc *.kra *.mef *.mos *.mrw *.nef *.nrw *.ora *.orf "
     "*.pam *.pbm *.pcx *.pef *.pgm *.png *.pnm *.ppm *.psb *.psd *.qoi *.raf *.raw *.rw2 *.rwl "
     "*.sr2 *.srf *.srw *.svg *.svgz *.tga *.tif *.tiff *.wbmp *.webp *.wmf *.x3f *.xbm *.xcf "
     "*.xpm"},
    {"ini", "", "*.ini *.inf *.reg"},
    {"j", "jlang", "*.ijs"},
    {"janet", "", "*.janet"},
    {"java", "", "*.java *.jsp *.jspx *.properties"},
    {"jenkins", "", "Jenkinsfile Jenkinsfile.* *.jenkinsfile"},
    {"jinja", "jinja2 j2", "*.j2 *.jinja *.jinja2"},
    {"js", "javascript", "*.cjs *.es6 *.js *.jsx *.mjs *.vue"},
    {"json", "",
     "*.geojson *.har *.json *.json5 *.jsonc *.jsonld *.sarif *.topojson *.webmanifest "
     "composer.lock"},
    {"jsonl", "ndjson", "*.jsonl *.ndjson"},
    {"jsonnet", "", "*.jsonnet *.libsonnet"},
    {"julia", "jl", "*.jl"},
    {"jupyter", "ipynb notebook", "*.ipynb *.jpynb"},
    {"just", "justfile", "*.just .justfile Justfile justfile"},
    {"k", "", "*.k"},
    {"kconfig", "", "Kconfig Kconfig.*"},
    {"kdl", "", "*.kdl"},
    {"kotlin", "kt", "*.kt *.ktm *.kts"},
    {"ld", "linkerscript", "*.ld *.lds *.lds.S"},
    {"lean", "", "*.lean"},
    {"less", "", "*.less"},
    {"lex", "flex", "*.l *.ll *.lex *.lxx *.flex"},
    {"license", "licence",
     "*[.-]LICEN[CS]E* *[.-]licen[cs]e* AGPL-*[0-9]* APACHE-*[0-9]* BSD-*[0-9]* CC-BY-* COPYING "
     "COPYING[.-]* COPYRIGHT COPYRIGHT[.-]* EULA EULA[.-]* GFDL-*[0-9]* GNU-*[0-9]* GPL-*[0-9]* "
     "LGPL-*[0-9]* LICEN[CS]E LICEN[CS]E[.-]* MIT-*[0-9]* MPL-*[0-9]* NOTICE NOTICE[.-]* "
     "OFL-*[0-9]* PATENTS PATENTS[.-]* UNLICEN[CS]E UNLICEN[CS]E[.-]* agpl[.-]* copying "
     "copying[.-]* copyright copyright[.-]* gpl[.-]* lgpl[.-]* licen[cs]e licen[cs]e.* "
     "unlicen[cs]e unlicen[cs]e.*"},
    {"lilypond", "", "*.ily *.ly"},
    {"liquid", "", "*.liquid"},
    {"lisp", "commonlisp", "*.asd *.cl *.el *.jl *.lisp *.lsp"},
    {"livescript", "", "*.ls"},
    {"llvm", "", "*.ll *.mir"},
    {"lock", "lockfile",
     "*.lock *.lockb .terraform.lock.hcl gradle.lockfile npm-shrinkwrap.json package-lock.json "
     "pnpm-lock.yaml pylock*.toml"},
    {"log", "logs", "*.log *.log.[0-9]"},
    {"lua", "", "*.lua *.luau *.nse *.rockspec *.wlua"},
    {"lz4", "", "*.lz4"},
    {"lzma", "", "*.lzma *.tlz"},
    {"m4", "", "*.ac *.m4"},
    {"make", "makefile",
     "*.mak *.make *.mk [Mm]akefile [Mm]akefile.am [Mm]akefile.in Makefile.* makefile.* "
     "[Gg][Nn][Uu]makefile [Gg][Nn][Uu]makefile.am [Gg][Nn][Uu]makefile.in"},
    {"mako", "", "*.mako *.mao"},
    {"man", "manpage", "*.[0-9][cEFMmpSx] *.[0-9lnpx] *.[0-9lnpx].gz"},
    {"markdown", "md", "*.markdown *.md *.mdown *.mdwn *.mdx *.mkd *.mkdn *.qmd"},
    {"mathematica", "wolfram", "*.nb *.wl *.wls"},
    {"matlab", "octave", "*.m"},
    {"maven", "", "pom.xml *.pom"},
    {"mermaid", "", "*.mermaid *.mmd"},
    {"meson", "", "meson.build meson.options meson_options.txt"},
    {"metal", "", "*.metal"},
    {"minified", "", "*.min.css *.min.html *.min.js *.min.mjs"},
    {"mint", "", "*.mint"},
    {"mk", "mkfile", "mkfile"},
    {"ml", "", "*.ml"},
    {"mlir", "", "*.mlir"},
    {"mojo", "", "*.mojo"},
    {"motoko", "", "*.mo"},
    {"move", "", "*.move"},
    {"msbuild", "",
     "*.csproj *.fsproj *.proj *.props *.sln *.slnf *.slnx *.targets *.vbproj *.vcxproj "
     "*.vcxproj.filters"},
    {"mustache", "", "*.mustache"},
    {"nasl", "", "*.nasl"},
    {"nginx", "", "*.nginx *.nginxconf nginx.conf nginx.conf.*"},
    {"nim", "", "*.nim *.nim.cfg *.nimble *.nimf *.nims"},
    {"ninja", "", "*.ninja"},
    {"nix", "", "*.nix"},
    {"npm", "", ".npmignore .npmrc package-lock.json package.json"},
    {"nsis", "", "*.nsh *.nsi"},
    {"nushell", "nu", "*.nu"},
    {"objc", "objectivec", "*.h *.m"},
    {"objcpp", "objectivecpp", "*.h *.mm"},
    {"ocaml", "", "*.eliom *.eliomi *.ml *.mli *.mll *.mly *.mlt"},
    {"odin", "", "*.odin"},
    {"opencl", "", "*.cl *.clh"},
    {"org", "orgmode", "*.org *.org_archive"},
    {"pants", "", "BUILD BUILD.pants pants.toml"},
    {"pascal", "delphi", "*.dpk *.dpr *.inc *.lpr *.pas *.pp"},
    {"pdf", "", "*.pdf"},
    {"perl", "", "*.PL *.perl *.pl *.plh *.plx *.pm *.psgi *.t cpanfile"},
    {"php", "", "*.php *.php3 *.php4 *.php5 *.php7 *.php8 *.phps *.pht *.phtml"},
    {"pkgbuild", "", "PKGBUILD"},
    {"pkl", "", "*.pkl"},
    {"plantuml", "", "*.iuml *.plantuml *.puml *.wsd"},
    {"po", "", "*.po *.pot"},
    {"pod", "", "*.pod"},
    {"pony", "", "*.pony"},
    {"postscript", "", "*.eps *.epsf *.epsi *.ps"},
    {"powershell", "ps pwsh",
     "*.cdxml *.ps1 *.ps1xml *.psc1 *.psd1 *.psm1 *.psr *.psrc *.pssc *.psxml"},
    {"presentation", "slides",
     "*.fodp *.key *.odp *.otp *.pot *.potm *.potx *.pps *.ppsm *.ppsx *.ppt *.pptm *.pptx *.sxi"},
    {"prisma", "", "*.prisma"},
    {"processing", "", "*.pde"},
    {"prolog", "", "*.P *.pl *.pro *.prolog"},
    {"properties", "", "*.properties"},
    {"protobuf", "proto", "*.pbtxt *.proto *.textproto *.txtpb"},
    {"pug", "jade", "*.jade *.pug"},
    {"puppet", "", "*.epp *.erb *.pp *.rb Puppetfile"},
    {"purs", "purescript", "*.purs"},
    {"py", "python", "*.py *.pyi *.pyw SConscript SConstruct"},
    {"qmake", "", "*.prf *.pri *.pro .qmake.conf"},
    {"qml", "", "*.qml *.qmltypes qmldir"},
    {"qrc", "", "*.qrc"},
    {"qui", "", "*.ui"},
    {"r", "rlang", "*.R *.Rmd *.Rnw *.Rprofile *.r *.rmd *.rnw *.rprofile"},
    {"racket", "rkt", "*.rkt *.rktd *.rktl *.scrbl"},
    {"raku", "perl6", "*.p6 *.pl6 *.pm6 *.raku *.rakudoc *.rakumod *.rakutest"},
    {"rdf", "", "*.jsonld *.n3 *.nq *.nt *.owl *.rdf *.trig *.ttl"},
    {"rdoc", "", "*.rdoc"},
    {"readme", "", "*README README* readme*"},
    {"reasonml", "reason", "*.re *.rei"},
    {"red", "", "*.r *.red *.reds"},
    {"rego", "", "*.rego"},
    {"rescript", "", "*.res *.resi"},
    {"resource", "rc", "*.rc *.rc2"},
    {"rexx", "", "*.orx *.rex *.rexx"},
    {"robot", "", "*.resource *.robot"},
    {"ron", "", "*.ron"},
    {"rst", "restructuredtext", "*.rest *.rst"},
    {"ruby", "rb",
     "*.gemspec *.podspec *.rake *.rb *.rbi *.rbs *.rbw *.ru .irbrc .pryrc Brewfile Capfile "
     "Gemfile Guardfile Podfile Rakefile Vagrantfile config.ru"},
    {"rust", "rs", "*.rs"},
    {"sas", "", "*.sas"},
    {"sass", "scss", "*.sass *.scss"},
    {"scala", "", "*.sbt *.sc *.scala"},
    {"scdoc", "", "*.scd *.scdoc"},
    {"scheme", "scm", "*.sc *.scm *.sld *.sls *.sps *.ss"},
    {"scons", "", "SConscript SConstruct"},
    {"sed", "", "*.sed"},
    {"seed7", "", "*.s7i *.sd7"},
    {"sh", "bash shell",
     "*.bash *.bashrc *.csh *.cshrc *.dash *.env *.ksh *.kshrc *.sh *.tcsh *.zsh .bash_aliases "
     ".bash_login .bash_logout .bash_profile .bashrc .cshrc .env .kshrc .login .logout .profile "
     ".tcshrc .zlogin .zlogout .zprofile .zshenv .zshrc bash_login bash_logout bash_profile bashrc "
     "profile zlogin zlogout zprofile zshenv zshrc"},
    {"slang", "", "*.slang"},
    {"slim", "", "*.skim *.slim *.slime"},
    {"smali", "", "*.smali"},
    {"smalltalk", "", "*.st"},
    {"smarty", "", "*.tpl"},
    {"sml", "standardml", "*.fun *.sig *.sml"},
    {"solidity", "sol", "*.sol"},
    {"soy", "", "*.soy"},
    {"spark", "", "*.spark"},
    {"sparql", "", "*.rq *.sparql"},
    {"spec", "", "*.spec"},
    {"spirv", "", "*.spv *.spvasm"},
    {"spreadsheet", "sheet",
     "*.csv *.fods *.numbers *.ods *.ots *.sxc *.tsv *.xls *.xlsb *.xlsm *.xlsx *.xlt *.xltm "
     "*.xltx"},
    {"sql", "", "*.ddl *.dml *.pgsql *.plsql *.psql *.sql *.tsql"},
    {"squirrel", "", "*.nut"},
    {"ssa", "", "*.ssa"},
    {"stan", "", "*.stan"},
    {"stata", "", "*.ado *.do *.doh *.mata"},
    {"stylus", "", "*.styl *.stylus"},
    {"subtitle", "subtitles", "*.ass *.idx *.lrc *.sbv *.smi *.srt *.ssa *.sub *.sup *.ttml *.vtt"},
    {"supercollider", "", "*.sc *.scd"},
    {"sv", "systemverilog", "*.h *.sv *.svh *.v *.vg"},
    {"svelte", "", "*.svelte *.svelte.js *.svelte.ts"},
    {"svg", "", "*.svg *.svgz"},
    {"swift", "", "*.swift *.swiftinterface"},
    {"swig", "", "*.def *.i *.swg"},
    {"systemd", "",
     "*.automount *.conf *.device *.link *.mount *.netdev *.network *.nspawn *.path *.scope "
     "*.service *.slice *.socket *.swap *.target *.timer"},
    {"tar", "tarball", "*.tar *.tar.* *.taz *.tb2 *.tbz *.tbz2 *.tgz *.tlz *.txz *.tzst"},
    {"taskpaper", "", "*.taskpaper"},
    {"tcl", "", "*.itcl *.tcl *.tk *.tm"},
    {"tex", "latex", "*.bib *.bst *.cls *.dtx *.ins *.latex *.ltx *.sty *.tex"},
    {"texinfo", "", "*.texi *.texinfo *.txi"},
    {"text", "",
     "*.adoc *.asc *.asciidoc *.creole *.diz *.log *.markdown *.md *.mdown *.mdwn *.mdx "
     "*.mediawiki *.mkd *.mkdn *.me *.nfo *.org *.pod *.rdoc *.rst *.tex *.texi *.texinfo *.text "
     "*.textile *.txt *.typ *.wiki AUTHORS CHANGELOG CHANGES CONTRIBUTING CONTRIBUTORS COPYING "
     "COPYING[.-]* HACKING INSTALL LICEN[CS]E LICEN[CS]E[.-]* NEWS THANKS TODO authors changelog "
     "todo README* readme*"},
    {"textile", "", "*.textile"},
    {"tf", "terraform opentofu",
     "*.terraform.lock.hcl *.terraformrc *.tf *.tf.json *.tfrc *.tftest.hcl *.tfvars *.tfvars.json "
     "*.tofu .terraform.lock.hcl .terraformrc terraform.rc"},
    {"thrift", "", "*.thrift"},
    {"tlaplus", "tla", "*.tla"},
    {"toit", "", "*.toit"},
    {"toml", "", "*.toml Cargo.lock poetry.lock uv.lock"},
    {"torrent", "", "*.torrent"},
    {"translation", "i18n", "*.mo *.po *.pot *.qm *.resx *.strings *.xcstrings *.xlf *.xliff"},
    {"ts", "typescript", "*.cts *.mts *.ts *.tsx"},
    {"tsv", "", "*.tab *.tsv"},
    {"twig", "", "*.twig"},
    {"txt", "", "*.text *.txt"},
    {"typoscript", "", "*.ts *.tsconfig *.typoscript"},
    {"typst", "typ", "*.typ"},
    {"usd", "", "*.usd *.usda *.usdc *.usdz"},
    {"v", "vlang", "*.v *.vsh *.vv"},
    {"vala", "", "*.vala *.vapi"},
    {"vb", "visualbasic", "*.vb *.vba *.vbs"},
    {"vcl", "varnish", "*.vcl"},
    {"verilog", "", "*.sv *.svh *.v *.vh"},
    {"vhdl", "", "*.vhd *.vhdl *.vho"},
    {"video", "movie movies videos",
     "*.3g2 *.3gp *.amv *.asf *.avi *.divx *.dv *.f4v *.flv *.h264 *.h265 *.hevc *.ivf *.m1v "
     "*.m2ts *.m2v *.m4v *.mjpeg *.mkv *.mov *.mp4 *.mpe *.mpeg *.mpg *.mpv *.mxf *.nsv *.ogm "
     "*.ogv *.qt *.rm *.rmvb *.vob *.webm *.wmv *.wtv *.y4m"},
    {"vim", "vimscript", "*.vim .exrc .gvimrc .vimrc _gvimrc _vimrc gvimrc vimrc"},
    {"vue", "", "*.vue"},
    {"vyper", "", "*.vy *.vyi"},
    {"wasm", "webassembly", "*.wasm *.wast *.wat *.wit"},
    {"webidl", "", "*.idl *.webidl *.widl"},
    {"wgsl", "", "*.wgsl"},
    {"wiki", "mediawiki", "*.mediawiki *.wiki"},
    {"xml", "",
     "*.dtd *.plist *.rng *.rss *.sch *.wsdl *.xaml *.xhtml *.xjb *.xml *.xml.dist *.xsd *.xsl "
     "*.xslt"},
    {"xslt", "", "*.xsl *.xslt"},
    {"xz", "", "*.txz *.xz"},
    {"yacc", "bison", "*.y *.y++ *.yacc *.ypp *.yxx *.yy"},
    {"yaml", "yml", "*.yaml *.yml .clang-format .clang-tidy .clangd"},
    {"yang", "", "*.yang"},
    {"z", "", "*.Z"},
    {"zeek", "", "*.bro *.zeek"},
    {"zig", "", "*.zig *.zon"},
    {"zip", "", "*.zip *.zipx"},
    {"zsh", "",
     "*.zsh .zlogin .zlogout .zprofile .zshenv .zshrc zlogin zlogout zprofile zshenv zshrc"},
    {"zstd", "zst", "*.tzst *.zst *.zstd"},
};

/// Whether `word` is one of the words between spaces.
constexpr bool holdsWord(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        if (takeUntil(words, ' ') == word) return true;
    }
    return false;
}

}  // namespace

std::span<const FileKind> fileKinds() {
    return kKinds;
}

const FileKind* findFileKind(std::string_view name) {
    for (const FileKind& kind : kKinds) {
        if (kind.name == name || holdsWord(kind.aliases, name)) return &kind;
    }
    return nullptr;
}

}  // namespace findling
