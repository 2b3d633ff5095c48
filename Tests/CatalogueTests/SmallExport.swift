import Catalogue
import Events

/// An export of few rows, in memory; every file may be changed or left out.
struct SmallExport {
  /// The bytes of each file by its name.
  var files: [String: [UInt8]] = [:]

  static let date = "2026_10_01"
  static let standard = name("Standard")

  static func name(_ kind: String) -> String { "export_fiches_CSV_\(kind)_\(date).csv" }

  /// The rows of a file, its header first: cells in quotation marks, CRLF.
  mutating func set(_ kind: String, _ rows: [[String]]) {
    let lines = rows.map { row in
      row.map { cell in
        cell.isEmpty
          ? ""
          : "\""
            + cell.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
      }.joined(separator: ";")
    }
    files[Self.name(kind)] = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  static let columns = [
    "Id_Fiche", "Numero_Fiche", "Intitule", "Nomenclature_Europe_Niveau",
    "Accessible_Nouvelle_Caledonie", "Accessible_Polynesie_Francaise", "Date_dernier_jo",
    "Date_Decision", "Date_Fin_Enregistrement", "Date_Effet", "Validation_Partielle", "Actif",
  ]

  static let blockColumns = [
    "Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle",
  ]

  static let fiche = [
    "1", "RNCP90001", "Essai de l’accueil", "NIV4", "Oui", "Non", "02/01/2020", "03/01/2020",
    "04/01/2030", "05/01/2020", "Oui", "ACTIVE",
  ]

  /// A fiche with two blocks, a certifier, two pathways and a predecessor.
  init(_ fiche: [String] = fiche) {
    set("Standard", [Self.columns, fiche])
    set(
      "Blocs_De_Compétences",
      [
        Self.blockColumns, ["RNCP90001", "RNCP90001BC02", "Orienter"],
        ["RNCP90001", "RNCP90001BC01", "Accueillir"],
      ])
    set(
      "Certificateurs",
      [
        ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"],
        ["RNCP90001", "\t12345678900011", "ORGANISME EXEMPLE"],
      ])
    set(
      "VoixdAccès",
      [
        ["Numero_Fiche", "Si_Jury"], ["RNCP90001", "Par expérience"],
        ["RNCP90001", "En contrat d’apprentissage"],
      ])
    set("Nsf", [["Numero_Fiche", "Nsf_Code"], ["RNCP90001", "332"]])
    set("Formacode", [["Numero_Fiche", "Formacode_Code"], ["RNCP90001", "42171"]])
    set("Rome", [["Numero_Fiche", "Codes_Rome_Code"], ["RNCP90001", "M1601"]])
    set(
      "Ancienne_Nouvelle_Certification",
      [
        ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"],
        ["RNCP90001", "RNCP80001", ""], ["RNCP95001", "RNCP90001", ""],
      ])
  }

  /// The fiche's row with other texts in some columns.
  static func fiche(_ changes: [String: String]) -> [String] {
    zip(columns, fiche).map { changes[$0] ?? $1 }
  }

  func export() throws -> OpenDataExport {
    let names = files.keys.sorted()
    let selection = try OpenDataSelection(names)
    return try OpenDataExport(selection, of: names) { files[names[$0]] ?? [] }
  }

  func read(_ number: String = "RNCP90001") throws -> OpenDataFiche? {
    try export().fiche(number)
  }

  /// The framework of the fiche.
  func framework(
    _ choices: OpenDataChoices = OpenDataChoices(), number: String = "RNCP90001"
  ) throws -> OpenDataFramework? {
    let export = try export()
    return try export.fiche(number).map { fiche in
      try OpenDataFramework(
        fiche, choosing: choices, missing: export.missing, today: try CalendarDate(2026, 11, 1))
    }
  }

  /// The failure of reading; nil if it is read.
  func failure() throws -> OpenDataFailure? {
    do { _ = try read() } catch let failure as OpenDataFailure { return failure }
    return nil
  }
}
