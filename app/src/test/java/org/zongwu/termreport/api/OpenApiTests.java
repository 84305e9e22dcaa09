package org.zongwu.termreport.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zongwu.termreport.figure.FiguresJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description that programs are given, against the controller and the records that answer them. */
class OpenApiTests {
    private static final JsonNode DESCRIPTION = JsonMapper.builder().build().readTree(OpenApiTests.class.getResourceAsStream("/termreport/openapi.json"));

    @Test
    void every_address_is_described_with_its_parameters_and_none_that_is_not_there() {
        var described = new TreeMap<String, TreeSet<String>>();
        DESCRIPTION.get("paths").propertyStream().forEach(p -> described.put(p.getKey(), new TreeSet<>(p.getValue().get("get").path("parameters").valueStream()
                .map(q -> q.get("in").stringValue() + " " + q.get("name").stringValue()).toList())));
        var there = new TreeMap<String, TreeSet<String>>();
        for (var method : ApiController.class.getDeclaredMethods()) {
            var mapping = method.getAnnotation(GetMapping.class);
            if (mapping == null || method.getName().equals("description")) continue;
            there.put(ApiAnswers.BASE + mapping.value()[0], parameters(method));
        }
        assertThat(described).isEqualTo(there);
    }

    private static TreeSet<String> parameters(Method method) {
        var names = new TreeSet<String>();
        for (var p : method.getParameters()) {
            if (p.isAnnotationPresent(PathVariable.class)) names.add("path " + p.getName());
            if (p.isAnnotationPresent(RequestParam.class)) names.add("query " + p.getName());
        }
        return names;
    }

    @Test
    void every_answer_is_described_field_by_field() {
        var records = Stream.concat(Arrays.stream(Answers.class.getDeclaredClasses()), Stream.of(FiguresJson.Line.class, FiguresJson.Period.class)).toList();
        var schemas = DESCRIPTION.at("/components/schemas");
        assertThat(schemas.propertyNames()).containsExactlyInAnyOrderElementsOf(Stream.concat(records.stream().map(Class::getSimpleName), Stream.of("Problem")).toList());
        for (var record : records) {
            var properties = schemas.get(record.getSimpleName()).get("properties");
            assertThat(properties.propertyNames()).as(record.getSimpleName()).containsExactlyElementsOf(Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList());
            for (var c : record.getRecordComponents()) hold(c, properties.get(c.getName()), record.getSimpleName());
        }
    }

    private static void hold(RecordComponent component, JsonNode schema, String where) {
        var at = where + "." + component.getName();
        var type = component.getType();
        if (type.isRecord()) {
            assertThat(schema.path("$ref").stringValue("")).as(at).endsWith("/" + type.getSimpleName());
            return;
        }
        var nullable = component.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
        var types = schema.get("type").isArray() ? schema.get("type").valueStream().map(JsonNode::stringValue).toList() : List.of(schema.get("type").stringValue());
        var own = List.class == type ? "array" : type == boolean.class ? "boolean" : type == int.class || type == long.class ? "integer" : "string";
        assertThat(types).as(at).containsExactlyElementsOf(nullable ? List.of(own, "null") : List.of(own));
        if (type.isEnum()) assertThat(schema.get("enum").valueStream().map(JsonNode::stringValue).toList()).as(at).isEqualTo(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        if (type == LocalDate.class) assertThat(schema.path("format").stringValue("")).as(at).isEqualTo("date");
        if (type == Instant.class) assertThat(schema.path("format").stringValue("")).as(at).isEqualTo("date-time");
    }
}
