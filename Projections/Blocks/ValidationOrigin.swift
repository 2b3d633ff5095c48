package import Events

/// The first validation that a block held comes from, through any number of recognitions.
///
/// Of a recognition it is fixed when the recognition is applied: what becomes of the source later
/// moves nothing. An annulled entry never was.
package struct ValidationOrigin: Hashable, Sendable {
  /// The day from which the validity of the block runs.
  package let day: CalendarDate
  /// The jury that validated it; nil if no jury of the ledger did.
  package var jury: JuryID?
  /// The day stated or found of that validation; nil for an equivalence without a day.
  package var validatedOn: CalendarDate?
  /// The document that proves it; nil if none is stated.
  package var document: FreeText?
  /// Who granted an equivalence; nil if none is stated.
  package var authority: FreeText?
}

extension LedgerState {
  /// The origin of a recognition, from the events applied so far: those strictly before it.
  ///
  /// It is the origin of the block as the source then held it; else of a validation in force there
  /// whose validity was over; else the day stated; else the recognition's own day. A stated day that
  /// is earlier than that of the source's validation counts.
  ///
  /// Cost: the blocks held by the source.
  package func origin(
    of data: PriorValidationRecognised, at moment: Moment
  ) -> ValidationOrigin {
    let stated = data.source.validatedOn
    var origin = ValidationOrigin(
      day: stated ?? moment.day, validatedOn: stated, document: data.source.document,
      authority: data.source.authority)
    // A document or an authority stands on its own.
    guard data.basis == .permanent || data.basis == .correspondence,
      let source = data.source.candidacy
    else { return origin }
    let block = data.source.block ?? data.block
    let found =
      heldBlocks(of: source, on: moment.day)[block] ?? heldBlocks(of: source, on: nil)[block]
    guard let first = found?.origin else { return origin }
    origin = ValidationOrigin(
      day: min(first.day, stated ?? first.day), jury: first.jury,
      validatedOn: [first.validatedOn, stated].compactMap(\.self).min(),
      document: data.source.document ?? first.document,
      authority: data.source.authority ?? first.authority)
    return origin
  }

  /// The last day of validity that a recognition would give in a framework; nil if it has no limit.
  package func lastDay(
    of data: PriorValidationRecognised, at moment: Moment, in framework: Framework
  ) -> CalendarDate? {
    lastDay(ofValidityFrom: origin(of: data, at: moment).day, framework)
  }
}
