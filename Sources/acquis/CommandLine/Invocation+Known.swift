internal import AcquisLedger
internal import EventLog
internal import Events
internal import Files

extension Invocation {
  /// The last known position: that of `--known`, else the end of the log.
  ///
  /// - Throws: as ``known(_:in:)``.
  func known(in log: some EventLog) throws -> Position {
    guard let text = option("known") else { return try log.head().last }
    return try known(text, in: log)
  }

  /// The last known position that a value of `--known` says: a position, an instant, a day, or the file of a
  /// checkpoint, which the log is first compared with.
  ///
  /// - Throws: ``Failure/unknown(_:)`` for a position beyond the end, and an instant or a day that is not over:
  ///   the answer could change later; ``Failure/usage(_:)`` for another text. ``Failure/input(_:)`` for a file that is no checkpoint,
  ///   ``Failure/check(_:)`` for one that the log does not continue.
  func known(_ text: String, in log: some EventLog) throws -> Position {
    if let number = Int64(text), number >= 0 {
      return try position("known", Position(number), upTo: try log.head().last)
    }
    if served == nil, (try? Instant(lenient: text)) == nil, Folder.exists(text) {
      return try CheckpointFile(text, self).knownPosition(in: log)
    }
    let instant = try Failure.asUsage(
      Text(
        "--known : une position, un instant, un jour ou le fichier d’un point de contrôle est attendu",
        "--known: expected a position, an instant, a day or the file of a checkpoint")
    ) {
      () throws(InvalidValue) in try Instant(lenient: text)
    }
    guard instant < LedgerClock.system().now() else {
      guard (try? CalendarDate(typed: text, today: Ledger.today)) != nil else {
        throw Failure.unknown(
          Text(
            "--known : cet instant n’est pas encore passé", "--known: that instant is not over yet"
          ))
      }
      let refusal = Text(
        "--known : ce jour n’est pas encore passé", "--known: that day is not over yet")
      throw Failure.unknown(LocalTime.dayInParisNow.map { refusal.then($0) } ?? refusal)
    }
    return try log.position(knownAt: instant)
  }

  /// A position given as an option; nil without the option.
  ///
  /// - Throws: ``Failure/unknown(_:)`` beyond the end of the log.
  func position(_ name: String, upTo last: Position) throws(Failure) -> Position? {
    guard let number = try number(name) else { return nil }
    return try position(name, Position(Int64(number)), upTo: last)
  }

  private func position(
    _ name: String, _ position: Position, upTo last: Position
  ) throws(Failure) -> Position {
    guard position <= last else {
      throw .unknown(
        Text(
          "--\(name) : au-delà de la fin ; le registre a \(Text.count(last.number, .entry).french)",
          "--\(name): the ledger has \(last) events"
        ))
    }
    return position
  }
}

extension Instant {
  /// An instant as a person types it (RFC 3339): with an offset or in UTC, and up to nine digits of
  /// fraction, of which those beyond the microsecond are ignored. Without a fraction it is the end of the
  /// second, without a time the end of the day in Paris; a day may be typed in any form.
  init(lenient text: String) throws(InvalidValue) {
    let utf8 = Array(text.utf8)
    if let day = try? CalendarDate(typed: text, today: Ledger.today) {
      self = Instant(endOf: day)
      return
    }
    guard utf8.count > 19 else { throw .instant }
    var rest = utf8[19...]
    var fraction = Array("999999".utf8)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard 1...9 ~= digits.count else { throw .instant }
      fraction = Array((digits + Array("000000".utf8)).prefix(6))
      rest = rest.dropFirst(digits.count + 1)
    }
    let local = try Instant(
      String(decoding: utf8[..<19], as: UTF8.self) + "." + String(decoding: fraction, as: UTF8.self)
        + "Z")
    let minutes = try Self.minutes(ofOffset: Array(rest))
    self = try Instant(microseconds: local.microseconds - Int64(minutes) * 60_000_000)
  }

  /// The minutes of an offset from UTC: `Z`, `+01:00`, `-03:30`.
  private static func minutes(ofOffset text: [UInt8]) throws(InvalidValue) -> Int {
    if text == [UInt8(ascii: "Z")] { return 0 }
    guard text.count == 6, text[3] == UInt8(ascii: ":") else { throw .instant }
    let digits = [text[1], text[2], text[4], text[5]].map { Int($0) - 48 }
    guard digits.allSatisfy({ 0...9 ~= $0 }) else { throw .instant }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard hours < 24, minutes < 60 else { throw .instant }
    switch text[0] {
    case UInt8(ascii: "+"): return hours * 60 + minutes
    case UInt8(ascii: "-"): return -(hours * 60 + minutes)
    default: throw .instant
    }
  }
}
