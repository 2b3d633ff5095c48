internal import Events
internal import Projections

extension PartOfTheFramework {
  /// The violation of an award that names a jury not convened before it, or of another certification,
  /// of no version of its own.
  func foreignJury(
    _ data: CertificationAwarded, at entry: Entry, _ state: JudgingState
  ) -> Violation? {
    guard let jury = data.jury,
      let certification = state.enrolment(of: data.candidacy)?.certification
    else { return nil }
    guard let register = state.sameDay.juries[jury], register.isConvened(before: entry.moment),
      let of = register.certification
    else {
      return Violation(
        Text(
          "le jury \(jury) n’est pas encore constitué", "jury \(jury) is not yet convened"),
        remedy: Text(
          "dans `jury`, un jury de \(certification), ou rien",
          "in `jury`, a jury of \(certification), or nothing"))
    }
    guard
      !state.before.supersessions.versions(of: certification).contains(of)
    else { return nil }
    return Violation(
      Text(
        "le jury \(jury) est un jury de \(of), et non de \(certification) ni d’une de ses versions",
        "jury \(jury) is a jury of \(of), not of \(certification) nor of a version of it"),
      remedy: Text(
        "dans `jury`, un jury de \(certification), ou rien",
        "in `jury`, a jury of \(certification), or nothing"))
  }

  /// The violation of a fact whose certification's framework is annulled: nothing could judge it.
  func annulledFramework(_ fact: Fact, _ state: JudgingState) -> Violation? {
    var named = fact.subjects.compactMap { subject in
      if case .certification(let code) = subject { code } else { nil }
    }
    named += [
      fact.candidacy.flatMap { state.enrolment(of: $0)?.certification },
      fact.jury.flatMap { state.sameDay.juries[$0]?.certification },
    ].compactMap(\.self)
    guard let code = named.first(where: { state.timeless.frameworks[$0] == nil }) else {
      return nil
    }
    return Violation(
      Text("le référentiel de \(code) est annulé", "the framework of \(code) is annulled"),
      remedy: Text(
        "un nouveau référentiel (CertificationRegistered), ou l’annulation de son annulation",
        "a new framework (CertificationRegistered), or its annulment annulled"))
  }
}
