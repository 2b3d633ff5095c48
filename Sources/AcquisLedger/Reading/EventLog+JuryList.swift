public import EventLog
public import Events
public import Projections

extension EventLog {
  /// The registers of every jury convened by a day, by session, then by id.
  ///
  /// Cost: one reading of the events about juries and of the policies of their composition.
  ///
  /// - Throws: ``LogFailure``.
  public func registers(on day: CalendarDate, known: Position) throws -> [JuryState] {
    let timeless = try timelessFacts(through: known)
    var policies: [Envelope] = []
    var registers: [JuryID: JuryRegister] = [:]
    var query = EventQuery(
      types: JuryRegister.types, through: known, onOrBefore: day, order: .fold)
    query.checksHashes = false
    try read(query) { stored in
      let envelope = try stored.envelope()
      guard let jury = envelope.event.fact.jury else {
        // A policy, which counts for the juries met before it and after it.
        policies.append(envelope)
        for jury in registers.keys { registers[jury]?.apply(envelope) }
        return
      }
      if registers[jury] == nil {
        var register = JuryRegister(of: jury, timeless)
        for policy in policies { register.apply(policy) }
        registers[jury] = register
      }
      registers[jury]?.apply(envelope)
    }
    return registers.values.compactMap { $0.register(on: day) }.sorted { left, right in
      left.sessionOn == right.sessionOn
        ? left.jury < right.jury : left.sessionOn < right.sessionOn
    }
  }
}
