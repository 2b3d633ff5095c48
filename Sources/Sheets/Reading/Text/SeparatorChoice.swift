internal import Glibc

/// The separator of a text file: the one that gives its first rows the same number of cells.
struct SeparatorChoice {
  private static let candidates: [Character] = ["\t", ";", "|", ","]
  private static let rows = 100
  private static let bytes = 262_144

  /// nil: none of them is there, so that the file has one column.
  let separator: Character?

  /// - Parameter isTabbed: whether the file's name promises tabs, which then win if there are any.
  init(_ utf8: [UInt8], isTabbed: Bool) {
    let rated = Self.candidates.map { (candidate: $0, value: Self.rating(of: $0, utf8)) }
    if isTabbed, let tab = rated.first, tab.value > 0 {
      separator = tab.candidate
    } else if let best = rated.max(by: { $0.value < $1.value }), best.value > 0 {
      separator = rated.first { $0.value == best.value }?.candidate
    } else {
      separator = nil
    }
  }

  /// How well the rows agree: the square of the share of rows with the most frequent number of cells, times
  /// the binary logarithm of that number; half of it for a comma, which is punctuation too, and for a separator
  /// with which quotation marks do not close.
  private static func rating(of candidate: Character, _ utf8: [UInt8]) -> Double {
    let (rows, isWhole) = sample(utf8, candidate)
    let counts = rows.compactMap { $0.allSatisfy(\.isEmpty) ? nil : $0.count }
    var frequencies: [Int: Int] = [:]
    for count in counts where count > 1 { frequencies[count, default: 0] += 1 }
    guard
      let (count, rows) = frequencies.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else { return 0 }
    let share = Double(rows) / Double(counts.count)
    return share * share * log2(Double(count)) * (candidate == "," ? 0.5 : 1)
      * (isWhole ? 1 : 0.5)
  }

  private static func sample(
    _ utf8: [UInt8], _ candidate: Character
  ) -> (rows: [[String]], isWhole: Bool) {
    var reader = RecordReader(utf8, separator: candidate)
    var rows: [[String]] = []
    do throws(SheetReadingFailure) {
      while rows.count < Self.rows, reader.position < Self.bytes, let record = try reader.next() {
        rows.append(record.fields)
      }
    } catch {
      return (rows, false)
    }
    return (rows, true)
  }
}
