internal import EventLog
package import Events

/// The events of a batch of submissions: sealed, checked, and not appended yet.
package struct SealedBatch: Sendable {
  /// One for each submission, in their order.
  package let events: [EncodedEvent]
  /// The line number of each submission, in their order.
  let lines: [Int]
}

extension EventLog {
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
