public import Events

/// The tables of one export, read whole.
///
/// ```swift
/// let selection = try OpenDataSelection(names)
/// let export = try OpenDataExport(selection, of: names) { index in bytes[index] }
/// let fiche = try export.fiche("RNCP509")
/// ```
public struct OpenDataExport {
  /// The day of the export; nil where the names of its files have none.
  public let date: CalendarDate?
  private let tables: [OpenDataKind: OpenDataTable]

  /// Reads the files.
  ///
  /// Cost: time and memory in proportion to the files; one after the other.
  ///
  /// - Parameters:
  ///   - names: as they were given to the selection.
  ///   - read: the bytes of a file, by its place among the names.
  /// - Throws: ``OpenDataFailure``, and what `read` throws.
  public init(
    _ selection: OpenDataSelection, of names: [String], _ read: (Int) throws -> [UInt8]
  ) throws {
    var tables: [OpenDataKind: OpenDataTable] = [:]
    for kind in OpenDataKind.allCases {
      guard let index = selection.indices[kind] else { continue }
      tables[kind] = try OpenDataTable(try read(index), of: kind, file: names[index])
    }
    self.tables = tables
    date = selection.date
  }

  /// The files that are not there.
  public var missing: [OpenDataKind] { OpenDataKind.allCases.filter { tables[$0] == nil } }

  /// The numbers of all fiches, in the order of the file, each once.
  public var fiches: [String] {
    var seen: Set<String> = []
    return (tables[.standard]?.fiches ?? []).filter {
      FicheNumber.isNumber($0) && seen.insert($0).inserted
    }
  }

  /// What the export states of a fiche; nil if it does not list it.
  ///
  /// - Parameters:
  ///   - number: as ``FicheNumber/written(_:)``.
  ///   - given: the days that options give, so that a cell that cannot be read is only remarked on.
  /// - Throws: ``OpenDataFailure``, with every cell that is not what its column has.
  public func fiche(
    _ number: String, given: Set<OpenDataDay> = []
  ) throws(OpenDataFailure) -> OpenDataFiche? {
    guard let rows = try tables[.standard]?.soundRows(of: number), let first = rows.first,
      let code = try? CertificationCode(number)
    else { return nil }
    var reader = OpenDataReader(code)
    reader.read(standard: first, others: rows.dropFirst(), given: given)
    if let rows = try tables[.blocks]?.soundRows(of: number) {
      reader.read(blocks: rows, listed: Set(fiches))
    }
    if let rows = tables[.certifiers]?.rows(of: number) { reader.read(certifiers: rows) }
    if let rows = tables[.pathways]?.rows(of: number) { reader.read(pathways: rows) }
    for (kind, column) in [
      (OpenDataKind.nsf, "Nsf_Code"), (.formacode, "Formacode_Code"), (.rome, "Codes_Rome_Code"),
    ] {
      if let rows = tables[kind]?.rows(of: number) {
        reader.read(codes: rows, of: kind, column)
      }
    }
    if let table = tables[.succession] {
      reader.read(succession: table.rows(naming: number))
      if reader.namesVersions { reader.leaveCycles(Self.graph(table)) }
    }
    return try reader.fiche(editionOn: date)
  }

  /// All successions that the export has.
  private static func graph(_ table: OpenDataTable) -> SuccessionGraph {
    var graph = SuccessionGraph()
    for (older, newer) in table.soundRows.flatMap(\.successions) {
      guard let older = try? CertificationCode(older), let newer = try? CertificationCode(newer)
      else { continue }
      graph.add(from: older, to: newer)
    }
    return graph
  }
}
