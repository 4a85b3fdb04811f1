package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Kind;
import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads YAML into {@link YamlNode}s and reports duplicate keys, anchors and keys that are not text.
 * The parser's own messages quote the line, which may hold a secret, so only its position and the
 * short problem are taken from them.
 */
final class YamlReader {
  private final String file;
  private final List<Problem> problems;

  YamlReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Reads a whole document; empty when it cannot be parsed at all. */
  Optional<YamlNode> read(String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file)
              .setSchema(new CoreSchema())
              .setAllowDuplicateKeys(true)
              .build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problem(new Place(file, 1), "", "the file is empty", "Write a specification: version: 1 …");
      }
      return root.map(node -> node(node, ""));
    } catch (MarkedYamlEngineException unreadable) {
      int line = unreadable.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      problem(
          new Place(file, line),
          "",
          "this is not YAML: " + unreadable.getProblem().replaceAll("\\s+", " "),
          "Check indentation, quotes and colons in this line and the one before.");
      return Optional.empty();
    } catch (YamlEngineException unreadable) {
      problem(new Place(file, 1), "", "this is not YAML", "One document of plain YAML 1.2.");
      return Optional.empty();
    }
  }

  private YamlNode node(Node node, String path) {
    if (node.getAnchor().isPresent()) {
      problem(place(node), path, "an anchor or alias", "Write the value out, or use extends.");
      return new Scalar(place(node), "", Kind.NOTHING);
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, path);
      case SequenceNode sequence -> sequence(sequence, path);
      case ScalarNode scalar -> new Scalar(place(scalar), scalar.getValue(), kind(scalar));
      default -> throw new IllegalStateException("unknown node " + node.getNodeType());
    };
  }

  private Mapping mapping(MappingNode node, String path) {
    Mapping mapping = Mapping.empty(place(node));
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(place(tuple.getKeyNode()), path, "a key that is not text", "Plain text as a key.");
        continue;
      }
      String name = key.getValue();
      String below = path.isEmpty() ? name : path + "." + name;
      if (mapping.values().containsKey(name)) {
        problem(
            place(key),
            below,
            "this key stands here twice, first in line " + mapping.keyPlace(name).line(),
            "Keep one of them.");
        continue;
      }
      mapping.put(name, place(key), node(tuple.getValueNode(), below));
    }
    return mapping;
  }

  private YamlNode sequence(SequenceNode node, String path) {
    List<YamlNode> values = new ArrayList<>();
    for (Node value : node.getValue()) {
      values.add(node(value, path + "[" + values.size() + "]"));
    }
    return new YamlNode.Sequence(place(node), values);
  }

  private static Kind kind(ScalarNode node) {
    Tag tag = node.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.TRUTH;
    }
    return tag.equals(Tag.NULL) ? Kind.NOTHING : Kind.TEXT;
  }

  private Place place(Node node) {
    return new Place(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  private void problem(Place place, String path, String seen, String accepted) {
    problems.add(new Problem(place, path, seen, accepted));
  }
}
