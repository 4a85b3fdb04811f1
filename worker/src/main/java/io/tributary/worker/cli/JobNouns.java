package io.tributary.worker.cli;

import io.tributary.workflows.job.Job;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words for jobs on the command line: conversion and completion. */
final class JobNouns implements ITypeConverter<Job>, Iterable<String> {
  @Override
  public Job convert(String word) {
    return Arrays.stream(Job.values())
        .filter(job -> job.noun().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no job '%s'; jobs are: %s".formatted(word, all())));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Job.values()).map(Job::noun).iterator();
  }

  private static String all() {
    return Arrays.stream(Job.values()).map(Job::noun).collect(Collectors.joining(", "));
  }
}
