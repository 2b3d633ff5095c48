internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// The interned integer key of a type, inserted if it is new. Call it in a write transaction.
  mutating func key(of type: EventType) throws(LogFailure) -> Int64 {
    if let key = names.typeKeys[type] { return key }
    let key = try sqlite { () throws(SQLiteFailure) in
      try statements.addType.bind(type.rawValue, at: 1)
      try statements.addType.run()
      return database.lastKey
    }
    names.add(type: type.rawValue, key: key)
    return key
  }

  /// The interned integer key of a subject, inserted if it is new. Call it in a write transaction.
  ///
  /// - Parameter new: receives a subject that was inserted.
  mutating func key(of subject: Subject, _ new: inout [Subject]) throws(LogFailure) -> Int64 {
    if let key = names.subjectKeys[subject] { return key }
    let key: Int64
    if let found = try existingKey(of: subject) {
      key = found
    } else {
      new.append(subject)
      key = try sqlite { () throws(SQLiteFailure) in
        try statements.addSubject.bind(subject.description, at: 1)
        try statements.addSubject.run()
        return database.lastKey
      }
    }
    names.add(subject: subject, key: key)
    return key
  }

  /// The interned integer key of a subject; nil if no event has this tag.
  func existingKey(of subject: Subject) throws(LogFailure) -> Int64? {
    if let key = names.subjectKeys[subject] { return key }
    return try sqlite { () throws(SQLiteFailure) in
      try statements.subjectKey.bind(subject.description, at: 1)
      return try integer(statements.subjectKey)
    }
  }
}
