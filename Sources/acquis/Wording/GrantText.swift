internal import AcquisLedger
internal import Events

extension Grant {
  /// What was given, with the entry: the subject of a sentence.
  var text: Text {
    let place = Text(
      "\(candidacy), position \(position)", "\(candidacy), position \(position)")
    return switch kind {
    case .award:
      Text(
        "la délivrance du \(day.text.french) (\(place.french))",
        "the award of \(day.text.english) (\(place.english))")
    case .validation(let block):
      Text(
        "la validation de \(block) le \(day.text.french) (\(place.french))",
        "the validation of \(block) on \(day.text.english) (\(place.english))")
    case .recognition(let block):
      Text(
        "la reconnaissance de \(block) le \(day.text.french) (\(place.french))",
        "the recognition of \(block) on \(day.text.english) (\(place.english))")
    }
  }
}

extension GrantEnd {
  /// How it ended, since when, by which entry.
  var text: Text {
    let place = "position \(position)"
    return switch kind {
    case .annulled:
      Text(
        "entrée annulée le \(day.text.french), \(place)",
        "the entry was annulled on \(day.text.english), \(place)")
    case .revoked:
      Text("révoquée le \(day.text.french), \(place)", "revoked on \(day.text.english), \(place)")
    case .fallen:
      Text(
        "annulée sur recours, ou avec son jury, le \(day.text.french), \(place)",
        "overturned on \(day.text.english), on appeal or with its jury, \(place)")
    }
  }
}
