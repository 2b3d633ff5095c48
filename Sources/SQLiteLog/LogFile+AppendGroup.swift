internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Appends the batches of several callers in one transaction, each judged on the log with those
  /// before it: one that is refused adds nothing, and harms no other.
  ///
  /// A batch that cannot be written, by a fault of the file or the disk, is not undone alone: the
  /// transaction is rolled back, and each batch is appended in one of its own. If the commit fails,
  /// all fail.
  ///
  /// - Parameter next: returns further batches of this group; asked until there are none, just before
  ///   the commit, or once something failed.
  /// - Returns: the outcome of each batch, in order.
  mutating func append(
    groupOf next: () -> [AppendBatch], clock: () -> Instant, trust: ClockTrust
  ) -> [AppendBatch.Outcome] {
    var batches = next()
    func takeRest() {
      while case let more = next(), !more.isEmpty { batches += more }
    }
    var outcomes: [AppendBatch.Outcome] = []
    do throws(LogFailure) {
      guard !isReadOnly else { throw .readOnly }
      var change = try beginAppending()
      do throws(LogFailure) {
        try readEnd(&change)
        while outcomes.count < batches.count {
          outcomes.append(
            try add(batches[outcomes.count], &change, clock: clock, trust: trust))
          if outcomes.count == batches.count { batches += next() }
        }
      } catch {
        discard(change)
        takeRest()
        return batches.map { appendAlone($0, clock: clock, trust: trust) }
      }
      do throws(LogFailure) { try commit() } catch {
        discard(change)
        throw error
      }
      return outcomes
    } catch {
      takeRest()
      return batches.map { _ in .failure(error) }
    }
  }

  /// Judges a batch and writes it in the transaction.
  ///
  /// - Returns: the receipt, or why the batch is refused; nothing of it was written then.
  /// - Throws: ``LogFailure`` if it may have been written in part, or if SQLite ended the transaction, as
  ///   it does where it cannot read the disk: what followed would be written outside of one.
  private mutating func add(
    _ batch: AppendBatch, _ change: inout Change, clock: () -> Instant, trust: ClockTrust
  ) throws(LogFailure) -> AppendBatch.Outcome {
    if batch.events.isEmpty { return .success(.ofNothing) }
    let plan: AppendPlan
    do throws(LogFailure) {
      plan = try self.plan(batch, clock: clock, trust: trust)
    } catch {
      guard database.isInTransaction else { throw error }
      return .failure(error)
    }
    try write(plan, of: batch, &change)
    return .success(plan.receipt)
  }

  private mutating func appendAlone(
    _ batch: AppendBatch, clock: () -> Instant, trust: ClockTrust
  ) -> AppendBatch.Outcome {
    do throws(LogFailure) {
      return .success(try append(batch, clock: clock, trust: trust) ?? .ofNothing)
    } catch {
      return .failure(error)
    }
  }
}
