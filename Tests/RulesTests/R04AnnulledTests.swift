import Events
import Testing

/// R04 on the jury that an award names, and on an annulled framework.
@Suite struct `R04: an award's jury and an annulled framework` {
  @Test func `a fact of a certification whose framework is annulled is refused`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.convened("J0"), on: "2018-01-08")
    let id = try history.add(.annulled(EventID(high: 1, low: 1)), on: "2018-01-09")
    let annulled = Breach(
      ("le référentiel de T1 est annulé", "the framework of T1 is annulled"),
      remedy: (
        "un nouveau référentiel (CertificationRegistered), ou l’annulation de son annulation",
        "a new framework (CertificationRegistered), or its annulment annulled"
      ))
    func breach(_ fact: Fact) throws -> Breach? {
      try history.breach(of: 4, by: fact, on: "2018-02-01")
    }
    #expect(try breach(.trainingStarted()) == annulled)
    #expect(try breach(.convened()) == annulled)
    #expect(try breach(.held("J0")) == annulled)
    #expect(try breach(.suspended()) == annulled)
    #expect(try breach(.framework()) == nil)
    let certification = Subject.certification(try CertificationCode("T1"))
    #expect(try breach(.annulled(id, of: certification)) == nil)
    #expect(try history.waiver(of: 4, by: .convened(), on: "2018-02-01") == .forbidden)
  }

  @Test func `an award names a jury of its certification or of a version of it`() throws {
    var history = try RuleHistory.allHeld()
    for code in ["T2", "T3", "T4"] { try history.add(.framework(code), on: "2017-01-01") }
    try history.add(.superseded("T2", by: "T1"), on: "2017-02-01")
    try history.add(.superseded("T1", by: "T3"), on: "2017-02-01")
    for code in ["T2", "T3", "T4"] {
      try history.add(.convened("J\(code)", of: code), on: "2018-05-20")
    }
    for jury in ["J1", "JT2", "JT3"] {
      #expect(
        try history.breach(of: 4, by: .awarded(by: jury), on: "2018-07-01") == nil, "\(jury)")
    }
    #expect(
      try history.breach(of: 4, by: .awarded(by: "JT4"), on: "2018-07-01")
        == Breach(
          (
            "le jury JT4 est un jury de T4, et non de T1 ni d’une de ses versions",
            "jury JT4 is a jury of T4, not of T1 nor of a version of it"
          ),
          remedy: ("dans `jury`, un jury de T1, ou rien", "in `jury`, a jury of T1, or nothing")))
  }
}
