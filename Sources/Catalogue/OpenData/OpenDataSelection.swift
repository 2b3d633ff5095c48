public import Events

/// The files of one export among those of a folder or an archive.
///
/// Files of several days are never mixed: the newest export that has every file is chosen; if none has,
/// the newest that has the fiches and the blocks; if none has, the newest that has the fiches.
public struct OpenDataSelection: Sendable {
  /// The day of the export, by the names of its files; nil where they have none.
  public let date: CalendarDate?
  /// The place of each file in the list of names.
  public let indices: [OpenDataKind: Int]
  /// The days of the exports that were passed over, latest first.
  public let others: [CalendarDate]

  /// - Parameter paths: the names of all files there, as they are spelled there.
  /// - Throws: ``OpenDataFailure/noFiches`` if the list of fiches is not among them,
  ///   ``OpenDataFailure/repeatedFile(_:_:)`` for two files of one kind and day.
  public init(_ paths: [String]) throws(OpenDataFailure) {
    var exports: [CalendarDate?: [OpenDataKind: Int]] = [:]
    for (index, path) in paths.enumerated() {
      guard let name = OpenDataFileName(path) else { continue }
      if let other = exports[name.date, default: [:]].updateValue(index, forKey: name.kind) {
        throw .repeatedFile(paths[other], path)
      }
    }
    let usable = exports.filter { $0.value[.standard] != nil }
    let complete = usable.filter { $0.value.count == OpenDataKind.allCases.count }
    let withBlocks = usable.filter { $0.value[.blocks] != nil }
    let best = [complete, withBlocks, usable].first { !$0.isEmpty }
    let chosen = best?.max { Self.day($0.key) < Self.day($1.key) }
    guard let chosen else { throw .noFiches }
    (date, indices) = chosen
    others = exports.keys.compactMap(\.self).filter { $0 != chosen.key }.sorted(by: >)
  }

  private static func day(_ date: CalendarDate?) -> CalendarDate { date ?? .first }
}
