import Catalogue
import EventSamples
import Events
import Testing

@Suite struct `The built-in catalogue` {
  private func certification(_ index: Int) throws -> CertificationRegistered {
    let events = try BuiltInCatalogue.events()
    try #require(events.count == 2)
    guard case .certificationRegistered(let data) = events[index].fact else {
      throw InvalidValue.subject
    }
    return data
  }

  @Test func `RNCP38052 comes first, then 3474`() throws {
    #expect(try certification(0).certification.text == "RNCP38052")
    #expect(try certification(1).certification.text == "3474")
  }

  @Test func `RNCP38052 has 13, 13, 6 and 7 competencies`() throws {
    let blocks = try certification(0).blocks.elements
    #expect(blocks.map(\.competencies.count) == [13, 13, 6, 7])
    #expect(blocks.map(\.code.text) == (1...4).map { "RNCP38052BC0\($0)" })
    for block in blocks {
      let order = (1...13).map { $0 < 10 ? "0\($0)" : "\($0)" }
      let codes = order.prefix(block.competencies.count).map { "\(block.code)-C\($0)" }
      #expect(block.competencies.map(\.code.text) == codes)
    }
  }

  @Test func `3474 has 104 competencies in 24 activities of 4 domains`() throws {
    let blocks = try certification(1).blocks.elements
    #expect(blocks.map(\.code.text) == (1...4).map { "3474D\($0)" })
    #expect(blocks.map(\.competencies.count) == [47, 23, 20, 14])
    let activities = blocks.map { block -> [Activity] in
      guard case .activities(let list) = block.content else { return [] }
      return list.elements
    }
    #expect(
      activities.map { $0.map(\.competencies.elements.count) } == [
        [7, 3, 3, 4, 4, 2, 4, 3, 8, 9], [6, 3, 3, 3, 3, 5], [4, 2, 4, 4, 6], [7, 4, 3],
      ])
    for (index, activity) in activities.joined().enumerated() {
      #expect(activity.code.text == "3474A" + (index < 9 ? "0" : "") + "\(index + 1)")
      for (order, competency) in activity.competencies.elements.enumerated() {
        #expect(competency.code.text == "\(activity.code)-C0\(order + 1)")
      }
    }
  }

  @Test(arguments: [0, 1]) func `labels are distinct and have four to ten words`(
    index: Int
  ) throws {
    let labels = try certification(index).blocks.elements.flatMap(\.competencies).map(\.label.text)
    #expect(Set(labels).count == labels.count)
    for label in labels {
      #expect(4...10 ~= label.split(separator: " ").count, "\(label)")
    }
  }

  @Test func `the facts of RNCP38052 are the fiche’s`() throws {
    let data = try certification(0)
    #expect(data.register == .rncp)
    #expect(data.level?.value == 4)
    #expect(data.certifiers?.elements.map(\.siret.text) == ["78435388000023"])
    #expect(data.expiresOn?.description == "2026-09-20")
    let modalities = data.blocks.elements.map(\.modalities?.elements)
    #expect(modalities == [[.simulation], [.simulation], [.caseStudy], [.caseStudy]])
    let open = data.pathways.elements.filter(\.open)
    #expect(
      open.map(\.pathway) == [
        .apprenticeship, .continuingTraining, .professionalisation, .experience,
      ])
    for rule in open {
      #expect(rule.jury?.elements == [.president, .humanResources, .operations])
      #expect(rule.completionOnly != true)
    }
    #expect(data.pathways.elements.allSatisfy { $0.basis == .fiche && $0.juryBasis == nil })
    #expect(data.pathways.elements.count == 6)
    #expect(data.blockValidity == TimeLimit(years: nil, basis: .policy))
    #expect(data.completionWindow == TimeLimit(years: try Count(5), basis: .policy))
    #expect(data.document.text == "certificat")
    #expect(data.prerequisites?.elements.map(\.code.text) == ["level3"])
    #expect(data.prerequisites?.elements.map(\.advised) == [true])
    #expect(data.overseas?.elements.map(\.stated) == [false, false])
    #expect(data.overseas?.elements.map(\.included) == [nil, nil])
    #expect(data.titleBasis == .policy)
    #expect(data.authorisesTraining == false)
    #expect(data.sectors?.elements.count == 5)
    #expect(data.jobs?.elements.count == 7)
    #expect(data.certifiedSoFar == nil && data.keywords == nil && data.editionOn == nil)
    #expect(data.registrationDecisionOn == nil && data.sustainableDevelopmentLevel == nil)
    let years = data.publishedStatistics?.elements.map {
      [
        $0.year, $0.certified, $0.certifiedByExperience, $0.insertionSixMonths,
        $0.insertionOccupationSixMonths, $0.insertionOccupationTwoYears,
      ].map(\.value)
    }
    #expect(years == [[2018, 7, 0, 100, 100, 100], [2019, 15, 0, 100, 93, 80]])
  }

  @Test func `the facts of 3474 are the document’s`() throws {
    let data = try certification(1)
    #expect(data.register == .inventaire)
    #expect(data.category?.text == "C")
    #expect(data.certifiers?.elements.map(\.siret.text) == ["78435388000023"])
    #expect(data.registeredOn?.description == "2012-07-06")
    #expect(data.versionOn?.description == "2018-03-27")
    #expect(data.expiresOn == nil)
    #expect(data.everyCompetencyAssessed && data.partialCertification)
    let open = data.pathways.elements.filter(\.open)
    #expect(open.map(\.pathway) == [.continuingTraining, .individual, .experience])
    #expect(open.map(\.completionOnly) == [nil, true, true])
    for rule in open {
      #expect(rule.jury?.elements == [.president, .humanResources, .operations])
      #expect(rule.basis == .fiche)
      #expect(rule.juryBasis == .policy)
    }
    let closed = data.pathways.elements.filter { !$0.open }
    #expect(closed.map(\.pathway) == [.student, .apprenticeship, .professionalisation])
    #expect(closed.allSatisfy { $0.basis == .policy && $0.jury == nil && $0.juryBasis == nil })
    #expect(data.blockValidity == TimeLimit(years: nil, basis: .fiche))
    #expect(data.completionWindow == TimeLimit(years: try Count(5), basis: .fiche))
    #expect(
      data.completionRoutes?.elements == [.partialAssessment, .freeCandidate, .experience])
    #expect(data.document.text == "certificat de compétences")
    let prerequisites = data.prerequisites?.elements
    #expect(prerequisites?.map(\.code.text) == ["levelIVAndSixMonths", "levelIVSocialWork"])
    #expect(prerequisites?.map(\.audience) == [.jobSeeker, .jobSeeker])
    #expect(data.selection?.audience == .jobSeeker)
    #expect(data.selection?.test == true)
    #expect(data.selection?.interviewers.elements == [.trainingBody, .housingBody])
    #expect(data.forecastPerYear?.from.value == 20)
    #expect(data.forecastPerYear?.to.value == 30)
    #expect(data.certifiedSoFar?.value == 20)
    #expect(data.sustainableDevelopmentLevel?.value == 2)
    #expect(data.editionOn?.description == "2019-04-25")
    #expect(data.keywords?.elements.count == 4)
    #expect(data.sectors?.elements.count == 2)
    #expect(data.titleBasis == nil && data.authorisesTraining == nil && data.jobs == nil)
    let training = data.training?.elements.map {
      [
        $0.centreDays, $0.centreHours, $0.companyWeeks, $0.companyDays, $0.companyHours,
        $0.assessmentDays,
      ].map { $0?.value }
    }
    #expect(training == [[39, 273, nil, nil, nil, 2], [62, 434, 5, 25, 175, 2]])
    #expect(data.training?.elements.map(\.audience) == [.employee, .jobSeeker])
    #expect(data.training?.elements.map(\.tutor) == [nil, true])
  }
}

@Suite struct `The catalogue’s golden bytes` {
  private func lines() throws -> [GoldenLine] {
    GoldenLine.catalogue(try BuiltInCatalogue.events())
  }

  @Test func `both registrations are the golden bytes, within an event’s limit`() throws {
    for line in try lines() {
      #expect(try line.encoded() == GoldenFolder.catalogue.line(line.name))
      #expect(try line.encoded().count <= 65_535)
    }
  }

  @Test func `both registrations are read back`() throws {
    for line in try lines() {
      let read = try line.encoded().withUnsafeBytes {
        try Envelope(position: Position(1), canonical: $0).event
      }
      #expect(read == line.event)
    }
  }
}
