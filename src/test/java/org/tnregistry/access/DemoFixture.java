package org.tnregistry.access;

import jakarta.inject.Singleton;
import org.tnregistry.access.AgencyFixture.TestAgency;

/** The demo agencies of local mode, for tests of what is loaded on behalf of one. */
@Singleton
public class DemoFixture {
  private final DemoAgencies demo;
  private final AgencyFixture fixture;

  DemoFixture(DemoAgencies demo, AgencyFixture fixture) {
    this.demo = demo;
    this.fixture = fixture;
  }

  /** The demo organisation that owns the reference incidents; made when it is not there yet. */
  public TestAgency ngo() {
    fixture.context().asSystem("administering", demo::createDemoAgencies);
    var id = demo.person(DemoAgencies.NGO, "first-reader").agency();
    return new TestAgency(
        id,
        DemoAgencies.NGO,
        fixture.token(id, "first-reader"),
        fixture.token(id, "second-reader"));
  }
}
