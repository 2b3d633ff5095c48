import Events
import Testing

/// The comparison of certificate numbers without regard to case.
@Suite struct CaseFoldingTests {
  private func number(_ text: String) throws -> CertificateNumber { try CertificateNumber(text) }

  @Test func `numbers that differ in case alone are one, also where one letter folds to two`()
    throws
  {
    for (left, right) in [
      ("N° 458/a", "n° 458/A"), ("STRASSE", "Straße"), ("ẞ1", "SS1"), ("ΣΑΣ", "σας"),
      ("ﬁ1", "FI1"), ("Ꭰ1", "ꭰ1"),
    ] {
      #expect(try number(left).isSame(as: number(right)), "\(left)")
    }
    for (left, right) in [("I1", "ı1"), ("e\u{301}", "é"), ("A1", "A2")] {
      #expect(try !number(left).isSame(as: number(right)), "\(left)")
    }
  }

  /// The constants come from Python 3.11 (Unicode 14): an FNV-1a of 64 bits over the UTF-8 of
  /// `('A' + c + 'B\n').casefold()`, for every scalar that is assigned and no control.
  @Test func `every scalar of Unicode 14 folds as in Python`() throws {
    var (hash, count) = (UInt64(0xcbf2_9ce4_8422_2325), 0)
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 14
      else { continue }
      switch scalar.properties.generalCategory {
      case .control, .unassigned, .surrogate: continue
      default: break
      }
      count += 1
      var text = String.UnicodeScalarView("A".unicodeScalars)
      text.append(scalar)
      text.append("B")
      for byte in try number(String(text)).caseFolded + [0x0A] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
    }
    #expect(count == 282_165)
    #expect(hash == 0x4c64_91de_6ca3_307a)
  }
}
