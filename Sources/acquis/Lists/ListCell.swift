internal import AcquisLedger
internal import Events
internal import Sheets

/// A cell of a list: what programs read of it, and what people read.
///
/// `--csv` and `--json` have exact values, a screen, `--csv=fr` and `--xlsx` words and days of a language.
struct ListCell: Hashable {
  private enum Content: Hashable {
    case text(Text)
    case day(CalendarDate)
    case number(Int)
    case percent(Int)
    case empty
  }

  private let content: Content
  /// The value in `--csv`; nil: that of the content.
  private let raw: String?
  /// Its colour on a terminal.
  var tone = Tone.plain
  /// Shorter words, or more of them, on a screen alone; nil: as in a file for people.
  private var screenText: Text?

  private init(_ content: Content, raw: String? = nil, _ tone: Tone = .plain) {
    self.content = content
    self.raw = raw
    self.tone = tone
  }

  static let empty = ListCell(.empty)

  /// This cell with other words on a screen; its value in files stays.
  func onScreen(_ text: Text?) -> ListCell {
    var cell = self
    cell.screenText = text
    return cell
  }

  /// An id, a code, a person's name; empty for nil.
  static func plain(_ text: String?) -> ListCell {
    text.map { ListCell(.text(Text(verbatim: $0))) } ?? .empty
  }

  /// A value that programs read as `raw` and people as words.
  static func word(_ raw: String, _ text: Text, _ tone: Tone = .plain) -> ListCell {
    ListCell(.text(text), raw: raw, tone)
  }

  /// One of the vocabulary's words.
  static func word<Word: RawRepresentable<String> & TextConvertible>(
    _ word: Word, _ tone: Tone = .plain
  ) -> ListCell {
    ListCell(.text(word.text), raw: word.rawValue, tone)
  }

  /// A sentence, the same for programs, in the run's language.
  static func sentence(_ text: Text, _ tone: Tone = .plain) -> ListCell {
    ListCell(.text(text), tone)
  }

  static func day(_ day: CalendarDate?, _ tone: Tone = .plain) -> ListCell {
    day.map { ListCell(.day($0), tone) } ?? .empty
  }

  static func number(_ number: Int?, _ tone: Tone = .plain) -> ListCell {
    number.map { ListCell(.number($0), tone) } ?? .empty
  }

  /// A whole percentage, which people read with its sign.
  static func percent(_ percent: Int?) -> ListCell {
    percent.map { ListCell(.percent($0)) } ?? .empty
  }

  /// The value in `--csv`: the vocabulary's raw words, days as `2021-06-17`.
  func exact(in language: Language) -> String {
    if let raw { return raw }
    return switch content {
    case .text(let text): text.text(in: language)
    case .day(let day): day.description
    case .number(let number), .percent(let number): String(number)
    case .empty: ""
    }
  }

  /// The cell on a screen, on one line.
  func screen(in language: Language) -> String {
    screenText.map { Shown.onOneLine($0.text(in: language)) } ?? shown(in: language)
  }

  /// The cell in `--csv=fr`, on one line.
  func shown(in language: Language) -> String {
    switch content {
    case .text(let text): Shown.onOneLine(text.text(in: language))
    case .day(let day): day.inTable.text(in: language)
    case .number(let number): String(number)
    case .percent(let percent): Text("\(percent)\u{a0}%", "\(percent)%").text(in: language)
    case .empty: ""
    }
  }

  /// The cell of a workbook: numbers, percentages and days as such, all else as text.
  func sheetCell(in language: Language) -> Cell {
    switch content {
    case .text(let text): .text(text.text(in: language))
    case .day(let day): .day(day)
    case .number(let number): .number(number)
    case .percent(let percent): .percent(percent)
    case .empty: .empty
    }
  }
}
