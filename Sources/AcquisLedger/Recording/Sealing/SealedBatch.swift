internal import EventLog
package import Events

/// A batch of submissions as the events they become: sealed, checked, and in no log yet.
package struct SealedBatch: Sendable {
  /// The events, one for each submission, in their order.
  package let events: [EncodedEvent]
  /// The line of each submission, in their order.
  let lines: [Int]
}

extension EventLog {
  /// Appends a sealed batch.
  ///
  /// - Throws: ``SubmissionFailure``, naming the line of the event that the log refuses.
  func append(
    _ batch: SealedBatch, unless condition: AppendCondition?
  ) throws(SubmissionFailure) -> AppendReceipt {
    do throws(LogFailure) {
      return try append(batch.events, unless: condition)
    } catch {
      throw SubmissionFailure(error, line: error.index.map { batch.lines[$0] })
    }
  }
}
