/// The style sheet of every document: A4, the system's own serif and sans-serif, black on white; what is
/// coloured is also said in words.
enum PageStyle {
  static let sheet = """
    @page { size: A4; margin: 18mm 18mm 20mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #555; } }
    html { font: 10.5pt/1.4 "Liberation Sans", Arial, sans-serif; color: #111; background: #fff; }
    body { margin: 0 auto; max-width: 174mm; }
    h1 { font-size: 17pt; text-align: center; margin: 8mm 0 2mm; letter-spacing: .04em; }
    h2 { font-size: 12pt; margin: 6mm 0 2mm; border-bottom: .3mm solid #888; break-after: avoid; }
    p { margin: 0 0 2.5mm; }
    .issuer { text-align: center; margin-bottom: 4mm; }
    .issuer .name { font-size: 14pt; font-weight: bold; letter-spacing: .08em; }
    .note, .second, .small { color: #444; font-size: 9pt; }
    .centred { text-align: center; }
    .second { font-style: italic; }
    .holder { text-align: center; font-size: 13pt; margin: 5mm 0; overflow-wrap: anywhere; }
    .warning { border: .4mm solid #111; padding: 2mm 3mm; margin: 3mm 0; }
    table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm; border-bottom: .2mm solid #bbb; }
    th { border-bottom: .4mm solid #444; font-size: 9.5pt; }
    td.number, th.number { text-align: right; }
    .report h1 { margin: 0 0 1mm; }
    .report h2 { font-size: 10.5pt; margin: 3mm 0 1mm; }
    .report table { font-size: 8.5pt; margin: 1mm 0 2mm; }
    .report th { font-size: 8pt; }
    .report th, .report td { padding: .6mm 1.2mm; }
    .report figure { margin: 2mm 0 3mm; break-inside: avoid; }
    .report figcaption { font-size: 9.5pt; font-weight: bold; }
    .report .chart { display: block; }
    .code { white-space: nowrap; }
    .signatures { display: flex; justify-content: space-between; gap: 8mm; margin-top: 10mm; break-inside: avoid; }
    .signature { flex: 1; border-top: .2mm solid #444; padding-top: 1mm; min-height: 18mm; font-size: 9pt; }
    .proof { border-top: .3mm solid #888; margin-top: 8mm; padding-top: 2mm; font-size: 8pt; color: #333;
      break-inside: avoid; overflow-wrap: anywhere; }
    .proof svg { float: right; width: 30mm; height: 30mm; margin-left: 4mm; }
    .proof .second { display: inline; font-size: 8pt; }
    .page { break-before: page; }
    .mark { text-align: center; white-space: nowrap; }
    .attendance td { height: 9mm; border: .2mm solid #bbb; }
    .attendance .sign { width: 32mm; }
    .grid .who { width: 25%; }
    .grid .notes { width: 36%; }
    .attendance .who { width: 34%; }
    tbody th { border-bottom: .2mm solid #bbb; font-weight: normal; color: #444; width: 25%; }
    .signed { margin: 8mm 0 6mm 95mm; padding-bottom: 14mm; break-inside: avoid; }
    .letterhead { font-size: 9.5pt; margin-bottom: 4mm; }
    .addressee { margin: 0 0 5mm 95mm; overflow-wrap: anywhere; }
    .strong { font-weight: bold; }
    .holder .fullname { font-weight: bold; }
    .holder .birth { font-size: 10.5pt; margin-top: 1mm; }
    .title { text-align: center; font-size: 14pt; font-weight: bold; margin: 3mm 0; overflow-wrap: anywhere; }
    .facts th { width: 34mm; border-bottom: .2mm solid #bbb; }
    .facts td, .parts td { overflow-wrap: anywhere; }
    .parts td.day { white-space: nowrap; }
    .parts td:nth-child(2) { min-width: 45mm; }
    h1 .second, p .second, .holder .second, th .second, td .second { display: block; }
    .change { border-left: .8mm solid #111; padding-left: 3mm; }
    .signing { margin-top: 8mm; break-inside: avoid; display: flex; justify-content: space-between; gap: 8mm; }
    .signing p { flex: 1; }
    .signing .signature { flex: none; width: 75mm; border-top: none; min-height: 28mm; font-size: 10pt; }
    .parchment { border: .6mm double #333; padding: 9mm 12mm 6mm; }
    .parchment h1 { font-size: 24pt; letter-spacing: .12em; margin: 7mm 0 5mm; }
    h1 .second, .parchment h1 .second { font-size: 12pt; letter-spacing: .04em; }
    .parchment .holder { font-size: 16pt; margin: 5mm 0; }
    .parchment .title { font-size: 16pt; margin: 3mm 0 5mm; }
    .parchment .signing { margin-top: 9mm; }
    """
}
