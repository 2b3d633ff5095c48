internal import AcquisLedger
internal import Documents
internal import Events
internal import Files

/// This user's own settings: `$XDG_CONFIG_HOME/acquis/config`, else `~/.config/acquis/config`.
///
/// A line for each, `by = clerk:marie`; blank lines and lines that begin with `#` are passed over. An option
/// comes before the environment, that before these.
struct UserSettings {
  /// What can be kept, in the order in which it is shown.
  enum Key: String, CaseIterable {
    /// Who is responsible for entries.
    case by
    /// The language: `fr` or `en`.
    case lang
    /// Whether a terminal's answers name persons: `yes` or `no`.
    case names
    /// The ledger.
    case ledger
    /// What certificate numbers begin with.
    case prefix

    /// The environment variable that comes before it; nil if there is none.
    var variable: String? {
      switch self {
      case .by: "ACQUIS_BY"
      case .ledger: "ACQUIS_LEDGER"
      case .lang: "LANG"
      case .names, .prefix: nil
      }
    }
  }

  private(set) var values: [Key: String] = [:]

  /// The most bytes of the file.
  private static let limit = 1 << 16

  /// Reads a file's text.
  ///
  /// - Throws: ``Failure/input(_:)`` with the file and the line that is wrong.
  init(_ text: String, of path: String) throws(Failure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmingBlanks
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let place = "\(path):\(index + 1)"
      guard parts.count == 2, let key = Key(rawValue: parts[0].trimmingBlanks) else {
        throw .input(
          Text(
            "une ligne s’écrit clé = valeur, la clé parmi : \(Self.keys)",
            "a line is written key = value, the key one of: \(Self.keys)"
          ).at(place))
      }
      do throws(Failure) {
        values[key] = try Self.checked(parts[1].trimmingBlanks, for: key)
      } catch { throw .input(error.text.at(place)) }
    }
  }

  /// The keys, for a message.
  static var keys: String { Key.allCases.map(\.rawValue).joined(separator: ", ") }

  /// A value as it is kept.
  ///
  /// - Throws: ``Failure/usage(_:)`` saying what is expected.
  static func checked(_ value: String, for key: Key) throws(Failure) -> String {
    switch key {
    case .by:
      do throws(InvalidValue) { return try RecorderID(value).text } catch {
        throw .usage(error.text)
      }
    case .lang:
      guard Language(rawValue: value) != nil else {
        throw .usage(Text("fr ou en est attendu", "expected fr or en"))
      }
    case .names:
      let words = ["yes": "yes", "oui": "yes", "no": "no", "non": "no"]
      guard let word = words[value.lowercased()] else {
        throw .usage(Text("oui ou non est attendu", "expected yes or no"))
      }
      return word
    case .ledger:
      guard !value.isEmpty, !value.contains("\n"), Folder.isValidLength(value) else {
        throw .usage(Text("un chemin est attendu", "expected a path"))
      }
    case .prefix:
      guard value.utf8.count <= 40, !value.contains("\n"),
        (try? CertificateNumber("\(value)-2026-001")) != nil, !value.isEmpty
      else {
        throw .usage(
          Text("un début de numéro est attendu, comme AF", "expected the start of a number, as AF"))
      }
    }
    return value
  }

  /// The file's path; nil without a home folder.
  static var path: String? {
    if let folder = Environment.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/acquis/config"
    }
    return Environment.variable("HOME").map { $0 + "/.config/acquis/config" }
  }

  /// What this user keeps; nothing where there is no file.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file, and the line that is wrong.
  static func kept() throws(Failure) -> UserSettings {
    guard let path else { return UserSettings() }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try DurableFile(path: path).bytes(atMost: limit)
    } catch {
      // No file, or a folder of somebody else's that hides it.
      if !Folder.exists(path) { return UserSettings() }
      throw .input(LedgerFailure.file(error, at: path).text)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .input(
        Text("n’est pas de l’UTF-8 ; enregistrez en UTF-8", "is not UTF-8; save it as UTF-8").at(
          path))
    }
    return try UserSettings(text, of: path)
  }

  private init() {}

  /// Keeps a value, or removes it; the file is for its owner only, and is replaced whole.
  static func keep(_ value: String?, for key: Key) throws {
    guard let path else {
      throw Failure.usage(
        Text(
          "ni XDG_CONFIG_HOME ni HOME n’est défini : il n’y a pas où garder un réglage",
          "neither XDG_CONFIG_HOME nor HOME is set: there is nowhere to keep a setting"))
    }
    let folder = String(path.dropLast("/config".count))
    try Failure.atFile(folder) {
      try Folder.makeAll(folder)
      try DurableFile(path: folder).locked(timeout: 10) {
        var settings = try kept()
        settings.values[key] = value
        let bytes = Array(settings.text.utf8)
        try unsafe bytes.span.withUnsafeBytes { (bytes) throws(FileFailure) in
          try unsafe DurableFile(path: path).replace(with: bytes)
        }
      }
    }
  }

  private var text: String {
    let lines = Key.allCases.compactMap { key in values[key].map { "\(key.rawValue) = \($0)\n" } }
    return "# acquis config KEY VALUE\n" + lines.joined()
  }
}

extension StringProtocol {
  /// Without the blanks at its start and its end.
  fileprivate var trimmingBlanks: String {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
