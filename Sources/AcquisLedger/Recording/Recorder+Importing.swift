internal import EventLog
internal import Events

extension Recorder {
  /// Records the old facts of a file without judging them, as ``importFacts(_:)`` does, in the memory for some
  /// thousand events and the ids of all: all or none.
  ///
  /// The file is read twice: first for the ids that its lines introduce, in any order, then to seal them. The
  /// sealed events wait in a nameless file beside the ledger until all are right, and are then appended in one
  /// transaction, during which other writers wait.
  ///
  /// Cost: about 60 µs an event, and the disk space of the events while it runs. Memory: 20 bytes a line, some
  /// hundred a person and a candidacy.
  ///
  /// - Parameters:
  ///   - folder: the ledger's, for the waiting events.
  ///   - progress: called every few thousand events.
  /// - Throws: ``SubmissionFailure``: every line that is wrong, ids that nothing introduces only where
  ///   every line could be read. Nothing was recorded then; keys of persons may
  ///   stay in the vault, unused.
  public mutating func importLines(
    from lines: SubmissionLines, waitingIn folder: String,
    progress: (ImportProgress) -> Void = { _ in }
  ) throws(SubmissionFailure) -> ImportedLines {
    defer { sealer.rollback() }
    var spool = try SealedSpool(in: folder)
    let survey = try sealer.sealOldFacts(of: lines, progress) {
      (event, line) throws(SubmissionFailure) in
      try spool.add(event, line: line)
    }
    if survey.count == 0 { throw SubmissionFailure(line: nil, .nothing) }
    try lines.checkUnchanged()
    try sealer.commit()
    try spool.finish()
    let receipt = try append(&spool, of: survey.count, progress)
    return ImportedLines(
      receipt: receipt, lines: lines,
      registrations: survey.registrations.compactMap { index, place in
        receipt.isNew(receipt.positions[index]) ? place : nil
      })
  }

  private func append(
    _ spool: inout SealedSpool, of count: Int, _ progress: (ImportProgress) -> Void
  ) throws(SubmissionFailure) -> AppendReceipt {
    do {
      return try log.appendStream {
        progress(.written(spool.returned, of: count))
        return try spool.next()
      }
    } catch let failure as LogFailure {
      throw SubmissionFailure(
        failure, line: failure.index.flatMap { spool.line(of: $0) })
    } catch {
      throw SubmissionFailure(error)
    }
  }

  /// The registrations that an import recorded of persons who have another id too, by their names and birth.
  ///
  /// Cost: a decryption for each registration of the log, where the import registered somebody.
  public mutating func repeatedRegistrations(
    among imported: ImportedLines
  ) throws -> [RepeatedRegistration] {
    if imported.registrations.isEmpty { return [] }
    let persons = try RegisteredPersons(in: log, opening: sealer.openVault())
    var new: [RegisteredPersons.New] = []
    for place in imported.registrations {
      let submission = try imported.lines.submission(at: place)
      if let one = persons.new(submission) { new.append(one) }
    }
    return persons.repeated(by: new)
  }
}
