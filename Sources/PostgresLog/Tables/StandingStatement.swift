internal import EventLog
internal import Events
internal import PostgreSQL

/// A part of a list of candidacies, in SQL: the server chooses the index that gives its first rows soonest.
struct StandingStatement {
  private(set) var values: [PostgresValue] = []
  private(set) var sql = ""

  init(_ query: StandingQuery) {
    let filter = query.filter
    let day = bind(.integer(Int64(filter.on.dayNumber)))
    var conditions = ["from_day <= \(day)", "until_day >= \(day)"]
    if let id = filter.candidacy { conditions.append("candidacy = \(bind(.text(id.text)))") }
    if let word = filter.status { conditions.append("status = \(bind(.text(word)))") }
    if let code = filter.certification {
      conditions.append("certification = \(bind(.text(code.text)))")
    }
    if let word = filter.pathway { conditions.append("pathway = \(bind(.text(word)))") }
    if let word = filter.window { conditions.append("window_state = \(bind(.text(word)))") }
    if let day = filter.windowEndsBy {
      conditions.append("window_last_day <= \(bind(.integer(Int64(day.dayNumber))))")
    }
    if let word = filter.declaration { conditions.append("declaration = \(bind(.text(word)))") }
    if filter.isLastOfChain { conditions.append("is_last_of_chain") }
    if filter.isOwed { conditions.append("is_owed") }
    if filter.isLate { conditions.append("is_late") }
    if filter.isToReview { conditions.append("is_to_review") }
    if let blocks = filter.missing { conditions.append(missing(blocks)) }
    if query.order == .windowEnd { conditions.append("window_state IS NOT NULL") }
    if let after = query.after {
      let candidacy = bind(.text(after.candidacy.text))
      switch query.order {
      case .candidacy: conditions.append("candidacy > \(candidacy)")
      case .windowEnd:
        let day = bind(.integer(Int64(after.windowLastDay.dayNumber)))
        conditions.append("(window_last_day, candidacy) > (\(day), \(candidacy))")
      }
    }
    let order =
      switch query.order {
      case .candidacy: "candidacy"
      case .windowEnd: "window_last_day, candidacy"
      }
    sql = """
      SELECT candidacy, window_last_day FROM list_standing
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(order) LIMIT \(bind(.integer(Int64(clamping: query.limit))))
      """
  }

  /// The parameter of a value.
  private mutating func bind(_ value: PostgresValue) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  /// One of the blocks is in the set of those that are missing, which begins with its certification.
  private mutating func missing(_ blocks: [CertifiedBlock]) -> String {
    if blocks.isEmpty { return "false" }
    let any = blocks.map { block in
      let code = bind(.text(block.certification.text))
      let words = bind(.text(" \(block.block.text) "))
      return "(certification = \(code) AND strpos(missing || ' ', \(words)) > 0)"
    }
    return "(\(any.joined(separator: " OR ")))"
  }
}
