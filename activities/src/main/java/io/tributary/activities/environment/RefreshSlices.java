package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.MaterializedView;
import io.tributary.workflows.environment.RefreshGroup;
import io.tributary.workflows.environment.RefreshSlice;
import java.util.ArrayList;
import java.util.List;

/** Cuts what a refresh needs out of a specification. */
final class RefreshSlices {
  private RefreshSlices() {}

  static RefreshSlice of(EnvironmentSpec spec, List<String> asked) {
    List<String> views = spec.materializedViews().stream().map(MaterializedView::name).toList();
    List<String> groups = spec.refreshGroups().stream().map(RefreshGroup::name).toList();
    Asked request = Asked.of("views", asked, groups, views);
    List<RefreshSlice.Group> slices = new ArrayList<>();
    for (RefreshGroup group : spec.refreshGroups()) {
      RefreshSlice.Group slice = group(spec, group, request);
      if (!slice.views().isEmpty()) {
        slices.add(slice);
      }
    }
    return new RefreshSlice(spec.warehouse().reference(), slices);
  }

  private static RefreshSlice.Group group(EnvironmentSpec spec, RefreshGroup group, Asked request) {
    List<MaterializedView> all =
        spec.materializedViews().stream()
            .filter(view -> view.group().equals(group.name()))
            .toList();
    List<MaterializedView> wanted =
        all.stream().filter(view -> request.wants(group.name(), view.name())).toList();
    return new RefreshSlice.Group(
        group.name(),
        wanted.stream().map(MaterializedView::name).toList(),
        group.maxParallel(),
        wanted.stream()
            .map(view -> new RefreshSlice.Freshness(view.name(), view.freshness().toSeconds()))
            .toList(),
        wanted.size() == all.size());
  }
}
