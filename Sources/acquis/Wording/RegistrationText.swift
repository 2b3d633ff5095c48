internal import AcquisLedger
internal import Events
internal import Projections

/// What is said of a certification's registration on a day: in the past once it has ended.
enum RegistrationText {
  /// One sentence on enrolment, and one on awards where a last delivery day is recorded.
  ///
  /// - Parameter dates: nil where nothing limits the registration.
  static func sentences(
    _ dates: RegistrationDates?, of registration: CertificationRegistered, on day: CalendarDate
  ) -> [Text] {
    let enrolment = enrolment(
      dates, in: place(registration.register), since: registration.registeredOn, on: day)
    return [enrolment] + [dates.flatMap { delivery($0, on: day) }].compactMap(\.self)
  }

  private static func enrolment(
    _ dates: RegistrationDates?, in place: Text, since first: CalendarDate?, on day: CalendarDate
  ) -> Text {
    let since = first.map { Text(" depuis le \($0.text.french)", " since \($0.text.english)") }
    let registered = Text(
      "enregistrée \(place.french)\(since?.french ?? "")",
      "registered \(place.english)\(since?.english ?? "")")
    let last = dates?.lastEnrolmentDay?.text
    let open =
      last.map {
        Text(
          "\(registered.french), échéance le \($0.french)",
          "\(registered.english), until \($0.english) included")
      }
      ?? Text(
        "\(registered.french), sans échéance indiquée",
        "\(registered.english), without a stated end")
    guard let dates else { return open }
    let closed = Text(
      "inscriptions closes, sauf pour compléter une candidature antérieure",
      "enrolment is closed, except to complete an earlier candidacy")
    switch dates.status(on: day) {
    case .open: return open
    case .ended:
      guard let last else { return open }
      return Text(
        "enregistrée \(place.french), échéance le \(last.french) (dépassée) : \(closed.french)",
        "was registered \(place.english) until \(last.english): \(closed.english)")
    case .suspended:
      guard let since = dates.suspendedOn?.text else { return open }
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
