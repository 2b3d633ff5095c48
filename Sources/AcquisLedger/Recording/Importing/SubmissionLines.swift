public import Events
public import Files

/// The submissions of a JSON Lines file, read line by line: the file may be larger than the memory.
///
/// Blank lines are skipped, and so is a byte-order mark. Of a line longer than an event may be, no more is read than shows that it is.
public struct SubmissionLines: Sendable {
  private let file: RereadableFile
  private let recordedBy: String?
  private let occurredOn: CalendarDate?

  /// The bytes read at once.
  private static let step = 1 << 18

  /// - Parameters:
  ///   - file: not to be changed while it is imported.
  ///   - recordedBy: who stands for the lines that do not say it.
  ///   - occurredOn: the day of lines that have none.
  public init(
    _ file: RereadableFile, recordedBy: String? = nil, occurredOn: CalendarDate? = nil
  ) {
    self.file = file
    self.recordedBy = recordedBy
    self.occurredOn = occurredOn
  }

  /// The submission of a line that begins at this byte.
  private func submission(
    _ line: ArraySlice<UInt8>, at place: SubmissionPlace
  ) throws(SubmissionFailure) -> Submission {
    let mark = Submission.byteOrderMark
    let isMarked = place.offset == 0 && line.starts(with: mark)
    return try Submission(json: isMarked ? line.dropFirst(mark.count) : line, at: place.line)
      .completed(recordedBy: recordedBy, occurredOn: occurredOn)
  }

  /// - Throws: ``SubmissionFailure`` if the file was changed since it was opened: its lines may not be those
  ///   that were checked.
  func checkUnchanged() throws(SubmissionFailure) {
    let isChanged: Bool
    do throws(FileFailure) { isChanged = try file.isChanged } catch {
      throw SubmissionFailure(error)
    }
    if isChanged { throw SubmissionFailure(line: nil, .changedMeanwhile) }
  }
}

extension SubmissionLines: SubmissionSource {
  func read(
    _ take: (SubmissionReading) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) {
    var (offset, start, number) = (0, 0, 0)
    var line: [UInt8] = []
    while true {
      let chunk = try bytes(from: offset, atMost: Self.step)
      var rest = chunk[...]
      while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<newline].prefix(Submission.limit + 1 - line.count)
        number += 1
        try self.take(line, SubmissionPlace(offset: start, line: number), take)
        line.removeAll(keepingCapacity: true)
        rest = rest[(newline + 1)...]
        start = offset + newline + 1
      }
      // Of a line that is too long, no more is kept than shows that it is.
      line += rest.prefix(Submission.limit + 1 - line.count)
      offset += chunk.count
      if chunk.isEmpty { break }
    }
    if offset > start {
      try self.take(line, SubmissionPlace(offset: start, line: number + 1), take)
    }
  }

  private func take(
    _ line: [UInt8], _ place: SubmissionPlace,
    _ take: (SubmissionReading) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) {
    // What follows in a line that is too long is not known.
    if line.count <= Submission.limit,
      line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d })
    {
      return
    }
    let reading: SubmissionReading
    do throws(SubmissionFailure) {
      reading = .submission(try submission(line[...], at: place), place)
    } catch {
      reading = .wrong(error)
    }
    try take(reading)
  }

  func submission(at place: SubmissionPlace) throws(SubmissionFailure) -> Submission {
    let newline = UInt8(ascii: "\n")
    var line = try bytes(from: place.offset, atMost: 4096)
    if !line.contains(newline) {
      line = try bytes(from: place.offset, atMost: Submission.limit + 1)
    }
    return try submission(line.prefix { $0 != newline }, at: place)
  }

  private func bytes(from start: Int, atMost limit: Int) throws(SubmissionFailure) -> [UInt8] {
    do throws(FileFailure) { return try file.bytes(from: start, atMost: limit) } catch {
      throw SubmissionFailure(error)
    }
  }
}
