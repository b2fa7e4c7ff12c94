package org.tnregistry.deployment;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests are what Kubernetes understands, and pass its restricted profile. */
class KubernetesManifestTest {
  private static final Path BASE = Path.of("k8s", "base");
  private static final String KUSTOMIZATION = "kustomization.yaml";
  private static final ObjectMapper YAML = new YAMLMapper(new YAMLFactory());

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "ConfigMap", ConfigMap.class, "Deployment", Deployment.class, "Service", Service.class);

  /** The model keeps fields it does not know for later; here they are refused. */
  private static final ObjectMapper STRICT =
      new YAMLMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  @Test
  void everyManifestIsOfAKnownKindAndHoldsKnownFieldsOnly() throws IOException {
    for (Path file : manifests()) {
      var kind = YAML.readTree(file.toFile()).path("kind").asText();
      assertTrue(KINDS.containsKey(kind), file + " is of the kind " + kind);
      var manifest = STRICT.readValue(file.toFile(), requireNonNull(KINDS.get(kind)));
      assertTrue(manifest.getMetadata().getName().startsWith("tnr-registry"), file.toString());
    }
  }

  @Test
  void aMisspeltFieldWouldBeFound() throws IOException {
    var misspelt =
        Files.readString(BASE.resolve("deployment.yaml"))
            .replace("readOnlyRootFilesystem", "readonlyRootFilesystem");
    assertThrows(
        UnrecognizedPropertyException.class, () -> STRICT.readValue(misspelt, Deployment.class));
  }

  @Test
  void theKustomizationListsEveryManifest() throws IOException {
    JsonNode listed = YAML.readTree(BASE.resolve(KUSTOMIZATION).toFile()).path("resources");
    var names = new HashSet<String>();
    listed.forEach(name -> names.add(name.asText()));
    assertEquals(
        manifests().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
        names);
  }

  @Test
  void thePodPassesTheRestrictedProfile() throws IOException {
    var pod = pod().getSecurityContext();
    var container = container().getSecurityContext();
    assertTrue(pod.getRunAsNonRoot());
    assertTrue(pod.getRunAsUser() > 0);
    assertEquals("RuntimeDefault", pod.getSeccompProfile().getType());
    assertFalse(container.getAllowPrivilegeEscalation());
    assertEquals(List.of("ALL"), container.getCapabilities().getDrop());
    assertEquals(List.of(), container.getCapabilities().getAdd());
  }

  @Test
  void thePodWritesToMemoryOnlyAndHoldsNoTokenOfTheCluster() throws IOException {
    assertTrue(container().getSecurityContext().getReadOnlyRootFilesystem());
    assertFalse(pod().getAutomountServiceAccountToken());
    for (var volume : pod().getVolumes()) {
      assertTrue(
          volume.getSecret() != null
              || (volume.getEmptyDir() != null
                  && "Memory".equals(volume.getEmptyDir().getMedium())
                  && volume.getEmptyDir().getSizeLimit() != null),
          volume.getName());
    }
  }

  @Test
  void secretsComeAsFilesAndTheConfigurationNamesThatFile() throws IOException {
    assertTrue(container().getEnv().stream().allMatch(e -> e.getValueFrom() == null));
    assertTrue(container().getEnvFrom().stream().allMatch(e -> e.getSecretRef() == null));
    var settings =
        STRICT.readValue(BASE.resolve("configmap.yaml").toFile(), ConfigMap.class).getData();
    assertEquals("production", settings.get("TNR_MODE"));
    var file = requireNonNull(settings.get("QUARKUS_CONFIG_LOCATIONS"));
    assertTrue(
        container().getVolumeMounts().stream()
            .anyMatch(m -> file.startsWith(m.getMountPath() + "/") && m.getReadOnly()));
  }

  @Test
  void theDatabaseProvesWhoItIsByACertificateThatIsMounted() throws IOException {
    var settings =
        STRICT.readValue(BASE.resolve("configmap.yaml").toFile(), ConfigMap.class).getData();
    var url = requireNonNull(settings.get("QUARKUS_DATASOURCE_JDBC_URL"));
    assertTrue(url.contains("?sslmode=verify-full&sslrootcert="), url);
    var authority = url.substring(url.indexOf("sslrootcert=") + "sslrootcert=".length());
    assertTrue(
        container().getVolumeMounts().stream()
            .anyMatch(m -> authority.startsWith(m.getMountPath() + "/")));
  }

  @Test
  void everyProbeAsksTheHealthEndpointMadeForIt() throws IOException {
    assertProbe("/q/health/started", container().getStartupProbe());
    assertProbe("/q/health/ready", container().getReadinessProbe());
    assertProbe("/q/health/live", container().getLivenessProbe());
  }

  @Test
  void theContainerAsksForWhatItNeedsAndIsBoundedInIt() throws IOException {
    var resources = container().getResources();
    for (var name : List.of("cpu", "memory")) {
      assertTrue(resources.getRequests().containsKey(name), name);
      assertTrue(resources.getLimits().containsKey(name), name);
    }
  }

  @Test
  void aRolloutNeverLeavesFewerThanTwoPods() throws IOException {
    var spec = deployment().getSpec();
    assertEquals(2, spec.getReplicas());
    assertEquals(0, spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
    assertEquals(
        "kubernetes.io/hostname", pod().getTopologySpreadConstraints().get(0).getTopologyKey());
  }

  @Test
  void theServiceFindsThePods() throws IOException {
    var service = STRICT.readValue(BASE.resolve("service.yaml").toFile(), Service.class).getSpec();
    assertEquals(deployment().getSpec().getSelector().getMatchLabels(), service.getSelector());
    assertEquals(
        deployment().getSpec().getTemplate().getMetadata().getLabels(), service.getSelector());
    assertEquals(
        container().getPorts().get(0).getName(),
        service.getPorts().get(0).getTargetPort().getStrVal());
  }

  private static void assertProbe(String path, Probe probe) {
    assertEquals(path, probe.getHttpGet().getPath());
    assertEquals("http", probe.getHttpGet().getPort().getStrVal());
  }

  private static Deployment deployment() throws IOException {
    return STRICT.readValue(BASE.resolve("deployment.yaml").toFile(), Deployment.class);
  }

  private static PodSpec pod() throws IOException {
    return deployment().getSpec().getTemplate().getSpec();
  }

  private static Container container() throws IOException {
    return pod().getContainers().get(0);
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(BASE)) {
      return files.filter(file -> !file.endsWith(KUSTOMIZATION)).sorted().toList();
    }
  }
}
