/// A file of France compétences' CSV export, by what it lists. The others (partners, collective
/// agreements) are not read.
public enum OpenDataKind: String, CaseIterable, Hashable, Sendable {
  /// The fiches, one a row; the only file that is required.
  case standard
  /// *Blocs de compétences*.
  case blocks
  /// *Certificateurs*.
  case certifiers
  case nsf
  case formacode
  case rome
  /// *Voies d’accès*.
  case pathways
  /// Which fiche follows which: *Ancienne_Nouvelle_Certification*.
  case succession

  /// How the file's name goes on after `export_fiches_CSV_`, in small ASCII letters without the
  /// accented ones, which every system and archive spells in its own way.
  private var beginnings: [String] {
    switch self {
    case .standard: ["standard"]
    case .blocks: ["blocsdecomp"]
    case .certifiers: ["certificateurs"]
    case .nsf: ["nsf"]
    case .formacode: ["formacode"]
    case .rome: ["rome"]
    case .pathways: ["voixdacc", "voiesdacc"]
    case .succession: ["anciennenouvelle"]
    }
  }

  /// The name of the file in the export, without its date.
  public var fileName: String {
    switch self {
    case .standard: "export_fiches_CSV_Standard"
    case .blocks: "export_fiches_CSV_Blocs_De_Compétences"
    case .certifiers: "export_fiches_CSV_Certificateurs"
    case .nsf: "export_fiches_CSV_Nsf"
    case .formacode: "export_fiches_CSV_Formacode"
    case .rome: "export_fiches_CSV_Rome"
    case .pathways: "export_fiches_CSV_VoixdAccès"
    case .succession: "export_fiches_CSV_Ancienne_Nouvelle_Certification"
    }
  }

  /// The columns without which the file cannot be read, by their header.
  var requiredColumns: [String] {
    switch self {
    case .standard: ["Numero_Fiche", "Intitule"]
    case .blocks: ["Numero_Fiche", "Bloc_Competences_Code", "Bloc_Competences_Libelle"]
    case .certifiers: ["Numero_Fiche", "Siret_Certificateur", "Nom_Certificateur"]
    case .nsf: ["Numero_Fiche", "Nsf_Code"]
    case .formacode: ["Numero_Fiche", "Formacode_Code"]
    case .rome: ["Numero_Fiche", "Codes_Rome_Code"]
    case .pathways: ["Numero_Fiche", "Si_Jury"]
    case .succession: ["Numero_Fiche", "Ancienne_Certification", "Nouvelle_Certification"]
    }
  }

  /// The kind of a file by its name; nil for a file that is not read.
  ///
  /// - Parameter stem: the name without folder and extension.
  init?(stem: String) {
    let letters = String(
      String.UnicodeScalarView(
        stem.lowercased().unicodeScalars.filter { "a"..."z" ~= $0 }))
    var rest = letters[...]
    while let end = rest.firstRange(of: "csv")?.upperBound { rest = rest[end...] }
    let kind = Self.allCases.first { kind in kind.beginnings.contains { rest.hasPrefix($0) } }
    guard let kind else { return nil }
    self = kind
  }
}
