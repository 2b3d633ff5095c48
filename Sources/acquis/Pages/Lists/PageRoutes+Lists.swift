internal import Access
internal import AcquisLedger
internal import Documents
internal import Events

extension PageRoutes {
  static let lists: [PageRoute] =
    [
      page(
        ListPage(
          title: Text("Candidatures", "Candidacies"), command: .candidates,
          parameters: Routes.filters, search: "/candidacies/search")),
      page(
        ListPage(
          title: Text("Personnes", "People"), command: .people, search: "/people/search",
          about: Text(
            "Les dernières personnes enregistrées d’abord.",
            "The persons registered last come first."),
          latest: ListPage.length,
          top: { recordLink($0, .candidateRegistered) })),
      page(
        ListPage(
          title: Text("Jurys", "Juries"), command: .juries, parameters: parameters(of: "juries"),
          about: Text("Les derniers jurys constitués.", "The juries convened last."), latest: 25,
          top: { recordLink($0, .juryConvened) })),
      page(
        ListPage(
          title: Text("Échéances", "Deadlines"), command: .deadlines,
          parameters: parameters(of: "deadlines"),
          about: Text(
            "Ce qui se termine, le plus proche d’abord ; en retard : ce qui devait être fait et ne l’est pas.",
            "What ends, the nearest first; late: what was due and is not done."))),
      page(
        ListPage(
          title: Text("Délais pour compléter", "Windows to complete"), command: .windows,
          parameters: parameters(of: "windows"), usual: ["state": "open"],
          about: Text(
            "Un délai écoulé n’enlève rien : les blocs acquis le restent.",
            "A window that has lapsed takes nothing away: blocks held stay held."))),
      page(
        ListPage(title: Text("Certifications", "Certifications"), command: .certifications)),
      page(
        ListPage(
          title: Text("Certificats", "Certificates"), command: .certificates,
          parameters: parameters(of: "certificates"),
          about: Text("Les derniers certificats émis.", "The certificates issued last."), latest: 25
        )),
      page(
        ListPage(
          title: Text("Registre", "Log"), command: .log,
          parameters: parameters(of: "log").filter { $0.name != "after" && $0.name != "to" },
          about: Text(
            "Les entrées elles-mêmes, dans l’ordre où elles ont été enregistrées.",
            "The entries themselves, in the order in which they were recorded."),
          startsAtEnd: true)),
    ].flatMap(\.self)

  /// The addresses of a list: itself, and its search.
  private static func page(_ list: ListPage) -> [PageRoute] {
    let ask = PageRoute.get(list.command.pageAddress) { try list.answer($0) }
    guard let search = list.search else { return [ask] }
    return [
      ask,
      .post(String(search.dropFirst()), .seeNames) { try list.answer($0) },
    ]
  }

  /// The filters that the API's list of the same address has, but for those of every list.
  private static func parameters(of noun: String) -> [Parameter] {
    let common = Set(Parameter.common.map(\.name))
    return Routes.all.first { $0.template == "\(API.prefix)/\(noun)" && $0.method == .get }?
      .parameters.filter { !common.contains($0.name) } ?? []
  }

  /// The way to record the first fact of what a list has.
  private static func recordLink(_ call: PageCall, _ type: EventType) -> HTML {
    guard call.grant.may(.record), call.times.isNow else { return .nothing }
    return HTML("p", class: "actions") {
      call.link(call.links.to(["record", type.rawValue]), class: "button", type.action)
    }
  }
}
