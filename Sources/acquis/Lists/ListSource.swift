internal import AcquisLedger
internal import Events
internal import Projections

/// What the lists of one answer are made from: the question, one fold of the log, and the names that they show.
struct ListSource {
  let question: Question
  /// The log folded up to the day asked.
  let state: LedgerState
  let names: ListNames
}
