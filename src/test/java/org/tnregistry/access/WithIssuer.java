package org.tnregistry.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry with an issuer, which tests get as their field of type {@link TestIssuer}. */
public class WithIssuer implements QuarkusTestProfile {
  /** It does not answer before a test tells it to. */
  public static final class Silent extends WithIssuer {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.oidc.connection-timeout", "3s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Resource.class, Map.of("behaviour", "HANG_UP")));
    }
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(Resource.class));
  }

  public static final class Resource implements QuarkusTestResourceLifecycleManager {
    private TestIssuer.Behaviour behaviour = TestIssuer.Behaviour.ANSWER;
    private @Nullable TestIssuer issuer;

    @Override
    public void init(Map<String, String> arguments) {
      behaviour =
          TestIssuer.Behaviour.valueOf(arguments.getOrDefault("behaviour", behaviour.name()));
    }

    @Override
    public Map<String, String> start() {
      try {
        issuer = TestIssuer.start();
        issuer.behave(behaviour);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.of("quarkus.oidc.auth-server-url", issuer.url());
    }

    @Override
    public void inject(TestInjector injector) {
      injector.injectIntoFields(issuer, field -> field.getType() == TestIssuer.class);
    }

    @Override
    public void stop() {
      if (issuer != null) {
        issuer.close();
      }
    }
  }
}
