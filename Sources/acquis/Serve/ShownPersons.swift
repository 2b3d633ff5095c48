internal import Events
internal import Synchronization
internal import Vault

/// The persons whose texts an answer shows.
final class ShownPersons: Sendable {
  private let persons = Mutex(Set<Subject>())

  func add(_ person: Person) {
    let subject: Subject =
      switch person {
      case .candidate(let id): .candidate(id)
      case .member(let id): .member(id)
      }
    persons.withLock { _ = $0.insert(subject) }
  }

  var subjects: [Subject] { persons.withLock { Array($0) } }
}
