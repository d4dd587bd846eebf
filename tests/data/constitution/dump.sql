-- Base de datos: `dbconstitucion` (muestra inventada)
CREATE TABLE `articulos` (
  `cod_art` varchar(50) NOT NULL,
  `descripcion_art` varchar(7560) NOT NULL
);

INSERT INTO `articulos` (`cod_art`, `descripcion_art`) VALUES
('ART0001', 'El Ecuador de esta muestra tiene un artículo con \'comillas\' y otro con ''comillas dobles''; y con paréntesis ), (.'),
('ART0002', 'El Ecuador de muestra enumera:\r\n1. Una cosa que ocupa dos líneas porque la copia las\r\ncortó así.\r\n2. Otra cosa: INSERT INTO `x` (`y`) VALUES (1);\r\n3. Nada más.');
INSERT INTO `articulos` (`cod_art`, `descripcion_art`) VALUES
('ART0003', 'EI artículo tercero del Ecuador de muestra conserva el error de su copista.');

INSERT INTO `capitulos` (`cod_cap`, `nom_cap`) VALUES
('CAP01TIT01', 'Principios de muestra'),
('CAP02TIT01', 'Otros principios');

INSERT INTO `constitucion` (`cod_tit`, `cod_cap`, `cod_sec`, `cod_art`) VALUES
('TIT01', 'CAP01TIT01', '', 'ART0001'),
('TIT01', 'CAP01TIT01', '', 'ART0002'),
('TIT01', 'CAP02TIT01', 'SEC01CAP02TIT01', 'ART0003');

INSERT INTO `secciones` (`cod_sec`, `nom_sec`) VALUES
('SEC01CAP02TIT01', 'Sección de muestra');

INSERT INTO `titulos` (`cod_tit`, `nom_tit`) VALUES
('TIT01', 'TÍTULO DE MUESTRA');
COMMIT;
