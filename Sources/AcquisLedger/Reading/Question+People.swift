internal import EventLog
internal import Events
public import Projections

extension Question {
  /// Every person registered or enrolled by the day, by id, without a name.
  ///
  /// Cost: one reading of the registrations, enrolments, deaths and erasures.
  ///
  /// - Throws: ``LogFailure``.
  public func people() throws -> [PersonState] {
    var directory = PersonDirectory(try log.timelessFacts(through: known))
    var query = EventQuery(
      types: PersonDirectory.types, through: known, onOrBefore: on, order: .fold)
    query.checksHashes = false
    try log.read(query) { stored in directory.apply(try stored.envelope()) }
    return directory.persons
  }

  /// The registers of every jury convened by the day, by session, then by id.
  ///
  /// - Throws: ``LogFailure``.
  public func registers() throws -> [JuryState] { try log.registers(on: on, known: known) }
}
