internal import Events

/// The rows that say nothing but what an earlier row of the same person says.
struct RowDoubles {
  /// The earlier row of each, by the rows' indices.
  private(set) var originals: [Int: Int] = [:]

  private struct Session: Hashable {
    let certification: CertificationCode?
    let on: CalendarDate
  }

  private struct Decided: Hashable {
    let session: Session
    let block: BlockCode
  }

  /// - Parameter plan: where each row is of one block, a row without a decision doubles nothing.
  init(_ reading: SheetReading, _ persons: SheetPersons, by plan: ImportPlan) {
    let isLong = plan.has(.block)
    for person in persons.persons {
      var cells: [[String]: Int] = [:]
      var sessions: [Session: Int] = [:]
      var decided: [Decided: Int] = [:]
      for index in person.rows where reading.rows.indices.contains(index) {
        let row = reading.rows[index]
        if let earlier = cells[row.cells] {
          originals[index] = earlier
          continue
        }
        cells[row.cells] = index
        guard let day = row.sessionOn else { continue }
        let session = Session(certification: row.certification, on: day)
        let places = row.decisions.map { decision in
          Decided(
            session: Session(certification: row.certification, on: decision.on ?? day),
            block: decision.block)
        }
        let isSaid = places.allSatisfy { decided[$0] != nil } && !(isLong && places.isEmpty)
        if let earlier = places.first.flatMap({ decided[$0] }) ?? sessions[session], isSaid {
          originals[index] = earlier
          continue
        }
        if sessions[session] == nil { sessions[session] = index }
        for place in places where decided[place] == nil { decided[place] = index }
      }
    }
  }
}
