internal import AcquisLedger
internal import Events
internal import Projections

/// What is said of a certification's registration on a day: in the past once it has ended.
enum RegistrationText {
  /// One sentence on enrolment, and one on awards where a last delivery day is recorded.
  static func sentences(
    _ dates: RegistrationDates, in register: Register, on day: CalendarDate
  ) -> [Text] {
    [enrolment(dates, in: place(register), on: day), delivery(dates, on: day)].compactMap(\.self)
  }

  private static func enrolment(
    _ dates: RegistrationDates, in place: Text, on day: CalendarDate
  ) -> Text? {
    let closed = Text(
      "les inscriptions sont closes, sauf pour compléter une candidature antérieure",
      "enrolment is closed, except to complete an earlier candidacy")
    let last = dates.lastEnrolmentDay?.text
    switch dates.status(on: day) {
    case .open:
      return last.map {
        Text(
          "enregistrée \(place.french) jusqu’au \($0.french)",
          "registered \(place.english) until \($0.english)")
      }
    case .ended:
      return last.map {
        Text(
          "était enregistrée \(place.french) jusqu’au \($0.french) : \(closed.french)",
          "was registered \(place.english) until \($0.english): \(closed.english)")
      }
    case .suspended:
      guard let since = dates.suspendedOn?.text else { return nil }
      return Text(
        "enregistrement \(place.french) suspendu depuis le \(since.french) : \(closed.french)",
        "registration \(place.english) suspended since \(since.english): \(closed.english)")
    }
  }

  private static func delivery(_ dates: RegistrationDates, on day: CalendarDate) -> Text? {
    guard let last = dates.lastDeliveryDay else { return nil }
    let end = last.text
    return last < day
      ? Text(
        "pouvait être délivrée jusqu’au \(end.french)", "could be awarded until \(end.english)")
      : Text("peut être délivrée jusqu’au \(end.french)", "may be awarded until \(end.english)")
  }

  private static func place(_ register: Register) -> Text {
    switch register {
    case .rncp:
      Text("au Répertoire national des certifications professionnelles (RNCP)", "in the RNCP")
    case .rs: Text("au Répertoire spécifique (RS)", "in the Répertoire spécifique (RS)")
    case .inventaire: Text("à l’Inventaire", "in the Inventaire")
    }
  }
}
