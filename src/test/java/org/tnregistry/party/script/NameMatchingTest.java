package org.tnregistry.party.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tnregistry.party.names.NameComparison;
import org.tnregistry.party.names.NameReader;
import org.tnregistry.party.names.Rule;

/** Names as documents of different states spell them. The threshold is the default one. */
class NameMatchingTest {
  private static final double THRESHOLD = 0.7;
  private static final double CUTOFF = 0.5;

  private final NameReader reader = NameReading.reader();
  private final NameComparison comparison = reader.comparison();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ДЖАРДЕМАЛИ | Jardemalie, Botagoz
          ДЖАРДЕМАЛИ | Bota Zhardemali
          Jardemalie, Botagoz | Bota Zhardemali
          Жардемәлі Ботагөз | Bota Jardemalie
          B. Jardemalie | Botagoz Jardemalie
          Мухтар Аблязов | Mukhtar Ablyazov
          Мұхтар Әблязов | Moukhtar Abliazov
          Қасым-Жомарт Тоқаев | Kassym-Jomart Tokayev
          Айдос Садыков | Sadıqov, Aydos
          Волков Александр | Sasha Volkov
          Volodymyr Zelenskyy | Владимир Зеленский
          Светлана Тихановская | Sviatlana Tsikhanouskaya
          Sergei Magnitsky | Сергей Магнитский
          Ілҳом Тоҳтӣ | Ilham Tohti
          محمد علي | Mohammed Ali
          أحمد شاه مسعود | Ahmad Shah Massoud
          شیرین عبادی | Shirin Ebadi
          Fethullah Gülen | GULEN FETHULLAH
          Ayşe Çağlar | Ayshe Chaglar
          Can Dündar | Dundar, Can
          热比娅·卡德尔 | Rebiya Kadeer
          رابىيە قادىر | Rebiya Kadeer
          إلهام توختى | Ilham Tohti
          刘晓波 | Xiaobo Liu
          劉曉波 | Liu Xiaobo
          习近平 | Xi Jinping
          欧阳修 | Ouyang Xiu
          გიორგი მარგველაშვილი | Giorgi Margvelashvili
          Γιώργος Σεφέρης | Giorgos Seferis
          """)
  void theSameNameMeetsItself(String one, String other) {
    assertTrue(score(one, other) >= THRESHOLD, () -> one + " " + score(one, other));
    assertTrue(shareAKey(one, other), () -> one + " is not found by " + other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Botagoz Jardemalie | Mukhtar Ablyazov
          Botagoz Tleulieva | Bota Zhardemali
          Айгерим Садыкова | Назгуль Токаева
          Ivan Petrov | Ivan Sidorov
          Jan Novak | Jan Kowalski
          John Smith | Jane Smythe
          Liu Xiaobo | Liu Xia
          Wang Wei | Zhang Li
          محمد علي | Ahmad Hassan
          شیرین عبادی | Shirin Neshat
          Fethullah Gülen | Can Dündar
          """)
  void differentNamesDoNotMeet(String one, String other) {
    assertTrue(score(one, other) < CUTOFF, () -> one + " " + score(one, other));
  }

  @Test
  void aMatchSaysWhichWordsMetByWhichRule() {
    var match =
        comparison.compare(reader.read("Jardemalie, Botagoz"), reader.read("ДЖАРДЕМАЛИ Б."));
    assertEquals("ДЖАРДЕМАЛИ Б.", match.stored().given());
    assertEquals("DZHARDEMALI B.", match.stored().latin());
    assertEquals(
        Set.of(Rule.TRANSLITERATION, Rule.INITIAL),
        Set.copyOf(match.words().stream().map(w -> w.rule()).toList()));
  }

  @Test
  void particlesAndInitialsOfANameFindNobody() {
    assertEquals(reader.keys(reader.read("Hashimi")), reader.keys(reader.read("al-Hashimi, A.")));
  }

  @ParameterizedTest
  @CsvSource({"Le Van,LE VAN", "al,al", "X.,x"})
  void aNameOfParticlesAndInitialsAloneIsFoundByThem(String one, String other) {
    assertTrue(shareAKey(one, other), () -> one + " is not found by " + other);
  }

  @Test
  void aTextThatHoldsAWordOfANameIsTold() {
    var names = List.of("Botagoz Jardemalie");
    assertTrue(reader.sharesWord(names, "На имя Джардемали."));
    assertTrue(reader.sharesWord(names, "For BOTAGOZ."));
    assertFalse(reader.sharesWord(names, "The person asked for it."));
  }

  private double score(String one, String other) {
    return comparison.compare(reader.read(one), reader.read(other)).score();
  }

  private boolean shareAKey(String one, String other) {
    var shared = new HashSet<>(reader.keys(reader.read(one)));
    shared.retainAll(reader.keys(reader.read(other)));
    return !shared.isEmpty();
  }
}
