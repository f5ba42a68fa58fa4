"""First names that are common in Finland, to tell persons from other capitalised words.

Written for this project; which of the names is common is of no matter, that they are names is.
"""

from __future__ import annotations

from typing import Final

_NAMES = """
    Aada Aamu Aapo Aarne Aarni Aaro Aaron Aarre Aatos Aatu Abdi Abdul Abdullah Abel Ada Adam
    Adele Adrian Agnes Agneta Agnieszka Ahmad Ahmed Ahmet Ahti Ahto Aija Aila Aili Aimee Aimo
    Aina Aino Ainomaija Airi Ajay Aki Aksel Akseli Aku Aleksandr Aleksandra Aleksanteri Aleksei
    Aleksi Alex Alexander Alexandra Alexandru Alf Ali Alice Aliisa Alina Alisa Allan Alma Altti
    Alva Alvar Alvari Alvin Amalia Amanda Amanda-Maria Amelia Amelie Amin Amina Amir Amira Ana
    Anastasia Anders Andrea Andreas Andrei Andres Andrew Andrzej André Anelma Anette Aney Angela
    Anil Anita Anitta Anja Anjuska Anki Ann Ann-Charlotte Ann-Christin Ann-Helen Ann-Katrin
    Ann-Louise Ann-Mari Ann-Sofi Ann-Sofie Anna Anna-Kaisa Anna-Leena Anna-Liisa Anna-Maija
    Anna-Mari Anna-Maria Anna-Riitta Anna-Stina Annaleena Annamari Annamaria Annastiina Anne
    Anne-Mari Anne-Maria Anneli Annemari Annemaria Annette Anni Annica Anniina Annika Annikka
    Annikki Annina Annu Annukka Ansa Ansku Anssi Antero Anthony Anton Antonia Antonio Antti Anu
    Anuj Anya Apolonia Appu Ara Ari Arja Arla Armas Armi Arne Arnold Aron Arsi Arthur Arto Arttu
    Artur Arturo Arvi Arvid Arvo Asif Asko Asla Asser Assi Asta Astrid Atso Atte August Aukusti
    Auli Aulikki Aulis Aune Aurelia Aurora Axel Ayesha Barbara Barbro Beatrice Ben Bengt Benita
    Benjamin Benny Berit Bernd Berndt Bernhard Bernt Bertel Bertil Bettina Bianca Bilal Birger
    Birgit Birgitta Birgitte Bjarne Björn Bo Bodil Boris Brian Brita Britt Britt-Marie Britta
    Bror Bruno Börje Camilla Carin Carina Carita Carl Carl-Johan Carla Carlos Carola Carolina
    Caroline Casper Cassandra Catarina Catharina Cecilia Charles Charlotta Charlotte Chris
    Christa Christa-Maria Christel Christer Christian Christina Christine Christoffer
    Christopher Cilla Claes Clara Clas Claudia Conny Cristina Dag Dagmar Dan Daniel Daniela
    Danielle Dariusz David Dawid Deepak Denice Denis Dennis Diana Dick Disa Dmitri Dmitry
    Dominik Donna Doris Dorota Dorrit Ebba Edgar Edit Edith Edla Edvard Edvin Edward Edwin Eelis
    Eemeli Eemi Eemil Eerik Eerika Eerikki Eero Eetu Eeva Eeva-Liisa Eeva-Maria Eevi Egil Eija
    Eila Eili Einar Eine Eini Eino Eira Eivor Elena Elia Elias Eliel Elin Elina Elina-Maria Elis
    Elisa Elisabet Elisabeth Elisabetta Elise Elizabeth Elja Ella Elle Ellen Elli Ellinoora Elma
    Elmer Elmeri Elmo Elna Elof Elsa Else Elsi Elvi Elviira Elvira Emelie Emil Emilia Emilie
    Emma Emmanuel Emmi Emmi-Maria Emmy Enna Enni Ensio Eric Erica Erik Erika Erja Erkki Erkko
    Erland Erling Erna Ernesti Ernst Esa Eskil Esko Essi Ester Esteri Ethan Eugen Eva Eva-Lena
    Eva-Lotta Eveliina Evelina Evert Evgeny Eyvind Fabian Fanni Fanny Farah Fares Fatima Fatma
    Felicia Felix Filip Fiona Fjalar Folke Francesca Francisco Frank Frans Fred Fredric Fredrik
    Fredrika Frej Freja Frida Fritjof Fritz Gabriel Gabriela Gabriella Gabrielle Gaia Georg
    George Gerd Gerda Gertrud Giovanni Gitta Giulia Giuseppe Glenn Grace Greger Greta Grete
    Gretel Gudrun Guido Gun Gunborg Gundel Gunhild Gunilla Gunlög Gunnar Gunnel Gunvald Gunvor
    Gurli Gustaf Gustav Gustava Guy Göran Görel Gösta Göta Göte Halvar Hamza Hanna Hanna-Leena
    Hanna-Mari Hannah Hannaleena Hannamari Hanne Hannele Hannes Hannu Hans Harald Harri
    Harri-Pekka Harriet Harry Hasan Hassan Hasse Heddy Hedvig Heidi Heikka Heikki Heimo Heini
    Heino Heinz Helen Helena Helene Helga Helge Heli Helinä Heljä Helka Hella Hellevi Helmer
    Helmeri Helmi Helmut Helvi Helén Heléne Hemmo Henna Hennariikka Henni Henri Henric Henrica
    Henrietta Henriikka Henrik Henrika Henry Herbert Herman Hermanni Hertta Hilda Hilja Hilkka
    Hilla Hillevi Hilma Hilppa Hilu Hiroshi Hjalmar Hjördis Holger Huda Hugo Hussein Håkan
    Ibrahim Ida Igor Iida Iina Iines Iiris Iiro Iisa Iita Iivari Iivo Ilari Ilja Ilkka Ilma
    Ilmar Ilmari Ilmo Ilona Ilpo Ilse Imran Ina Inari Ines Inga Inga-Lill Inge Ingeborg Ingegerd
    Ingela Inger Ingmar Ingo Ingrid Ingvald Ingvar Inka Inkeri Inna Ioana Ira Irena Irene Irina
    Iris Irja Irma Irmeli Iro Isa Isaac Isabel Isabella Isak Iskander Ismail Ismo Ivan Ivana
    Ivar Ivo Jaakko Jaan Jaana Jack Jacob Jacqueline Jade Jake Jakob Jakub Jali Jalmari James
    Jami Jan Jan-Erik Jana Jane Janek Janette Jani Janica Janika Janina Janita Janne Jannica
    Jannika Jarek Jari Jarkko Jarl Jarmo Jarno Jaska Jasmiina Jasmin Jasmine Jason Jatta Javier
    Jean Jeanette Jeannette Jelena Jelizaveta Jemina Jenna Jenni Jennifer Jenny Jens Jeppe Jere
    Jeremias Jeremy Jerker Jerry Jesper Jesse Jessica Jetro Jill Jim Jimi Jimmy Jiri Joachim
    Joakim Joan Joanna Jockum Joel Johan Johanna Johannamari Johannes John Johnny Jon Jonas
    Jonatan Jonathan Joni Jonna Jonne Jonny Jooa Jooel Joona Joonas Joose Joosef Jooseppi Jope
    Jorma Jose Josef Josefin Josefina Josefine Joseph Josephine Joshua Jouko Jouni Jozef Juan
    Juha Juha-Matti Juha-Pekka Juhana Juhani Juho Jukka Jukka-Pekka Jukkapekka Julia Julian
    Juliana Julianna Juliette Julius Juni Jussi Justiina Justus Jutta Juuli Juulia Juuso Jyri
    Jyrki Jöran Jörgen Jörn Jürgen Kaapo Kaarin Kaarina Kaarle Kaarlo Kai Kaija Kaija-Leena
    Kaili Kaino Kaisa Kaisa-Leena Kaisaleena Kaisu Kaj Kaja Kajsa Kalervo Kalevi Kalle Kamil
    Kamran Kanerva Karen Kari Karim Karin Karina Karita Karl Karl-Erik Karl-Johan Karla Karo
    Karola Karoliina Karolina Karri Kasimir Kasper Kasperi Kata Katariina Katarina Katarzyna
    Kate Katharina Kathrin Kati Katja Katjuska Katri Katriina Katrin Kauko Kauno Kauri Kay Keijo
    Keith Kennet Kenneth Kent Kenth Kerstin Kerttu Kerttuli Ketil Kevin Khaled Khalid Kia Kicki
    Kielo Kiia Kiira Kikka Kim Kimi Kimmo Kira Kiril Kirsi Kirsi-Marja Kirsikka Kirsimarja
    Kirsten Kirsti Kitty Kjell Kjerstin Klaara Klas Klaudia Klaus Knut Konsta Konstantin Kosti
    Krista Kristel Krister Kristian Kristiina Kristin Kristina Kristo Kristoffer Krzysztof
    Ksenia Kuisma Kullervo Kurt Kustaa Kyllikki Kyösti Käthe Laila Laina Lari Larissa Lars
    Lars-Erik Lasse Lassi Lassi-Pekka Lauha Laura Laurent Lauri Lauri-Pekka Lauriina Lea Leea
    Leena Leena-Maija Leeni Leevi Leif Leila Leilla Lembit Lemmikki Lena Leni Lenita Lenna
    Lennart Lenni Leo Leonard Leonid Leonora Leopold Lev Liam Lida Lidia Lieve Liina Liinu Liisa
    Liisi Lilia Lilian Lilja Lilli Lily Lina Linda Linn Linnea Linus Lisa Lisbet Lisbeth Lise
    Lise-Lotte Liselott Liselotte Lotta Lotte Lotten Louise Loviisa Lovisa Luca Lucas Lucia
    Ludmila Ludvig Luis Luka Lukas Luukas Lydia Lyydia Lyyli Maaria Maarika Maarit Maarja
    Maarten Madeleine Magdalena Magnus Mahdi Mahmoud Mai Maija Maija-Leena Maija-Liisa Maiju
    Maikki Maila Maini Maire Maisa Maj Maj-Britt Maj-Len Maj-Lis Maja Majvor Maksim Malin Manu
    Marcel Marcin Marco Marcus Mareena Marek Margaret Margareta Margaretha Margit Margot Margret
    Mari Mari-Anne Maria Mariam Mariana Marianna Marianne Marie Mariitta Marika Mariko Marilyn
    Marina Mario Marit Marita Maritta Marja Marja-Leena Marja-Liisa Marja-Riitta Marja-Terttu
    Marjaana Marjaleena Marjatta Marjo Marjukka Marjut Mark Marketta Markku Marko Markus
    Marleena Marlene Marta Marte Martha Marthe Marti Martin Martina Martta Martti Mary Maryam
    Mateusz Mathias Mathilda Matias Matilda Matleena Mats Matteo Matthew Matthias Matti
    Matti-Pekka Mattias Maud Mauno Maunu Maura Mauri Mauritz Max Maxim Maximilian Maya Meeri
    Mehmet Mei Meija Melina Melissa Meri Meri-Tuuli Merituuli Merja Merle Mervi Mette Mia Micael
    Micaela Michael Michaela Michal Michel Michelle Miguel Mihail Miia Miihkali Miika Miikka
    Miikkael Miina Miisa Mika Mikael Mikaela Mikhail Mikke Mikko Milena Milja Milka Milla Milo
    Mimmi Mimosa Mina Minea Minja Minna Minna-Liisa Minnamari Minttu Mira Miranda Mirella Miriam
    Mirja Mirjam Mirjami Mirka Mirkka Miro Mirva Misha Moa Mohamed Mohammad Mohammed Mohamud
    Mona Monica Monika Monique Moona Morten Moses Muhammad Musa Mustafa My Myrsky Mårten
    Nadezhda Nadia Nadja Nana Nanna Nanni Naomi Natalia Natalie Natalja Natasha Nathalie Nea
    Neea Neela Nella Nelli Nestori Netta Nicholas Nick Nicklas Niclas Nicola Nicolas Nicole
    Niila Niilo Niina Niki Nikita Nikke Niklas Niko Nikolai Nikolas Nils Nina Nina-Maria Ninni
    Nino Nisse Noa Noah Noel Nooa Noomi Noora Nora Nuppu Nuutti Nyyrikki Ohto Oili Oiva Oksana
    Ola Olaf Olavi Ole Oleg Olena Olesja Olga Oliver Olivia Olivier Olle Olli Olli-Pekka Olof
    Omar Onerva Onni Oona Oona-Maria Oscar Oskar Oskari Osman Osmo Ossi Ossian Oswald Otso Otto
    Oula Outi Ove Owen Paavali Paavo Pablo Pamela Panu Pasi Pasquale Patricia Patricio Patrick
    Patrik Paul Paula Pauli Pauliina Pauliine Paulina Pavel Pawel Pedro Peik Pekka Pentti Peppi
    Per Per-Erik Pernilla Pertti Perttu Pete Peter Petja Petra Petri Petriina Petrus Petter
    Petteri Philip Pia Pietari Pieter Pietro Pihla Pihla-Maria Piia Pinja Piotr Pirita Piritta
    Pirjo Pirkka Pirkko Polina Pontus Priya Pyry Päivi Päivikki Pär Quang Quentin Raakel Rabbe
    Rachel Rafael Ragnar Ragnhild Rahul Raija Raili Raimo Raine Rainer Raino Raisa Raita Ralf
    Rami Ramin Ramon Ramona Randolf Rania Rasmus Rauha Rauli Rauni Rauno Ravi Ray Rebecca
    Rebecka Rebekka Reeta Reetta Regina Reija Reijo Reima Reino Reko Remi Remu Renata Renate
    Rene René Rhea Ria Riccardo Richard Rickard Riia Riikka Riina Riitta Riitta-Liisa
    Riitta-Maija Rikhard Rikhardt Riku Rinna Risto Rita Ritva Ritvaliisa Robert Roberta Roberto
    Robin Roger Roland Rolf Roman Ronald Roni Ronja Ronnie Ronny Roope Roosa Roosa-Maria
    Ros-Marie Rosa Rose-Marie Roy Ruben Rudolf Ruija Rune Rurik Ruslan Ruth Ryan Saana Saani
    Saara Sabina Saija Saila Saima Saimi Saimon Sakari Sakke Saku Salla Salla-Maria Sallamari
    Salli Salme Salomon Sam Sami Sami-Pekka Samir Sampo Samppa Sampsa Samu Samuel Samuli Sander
    Sandra Sanelma Sanja Sanjay Sanjeev Sanna Sanna-Mari Sannamari Sanni Santeri Santtu Sara
    Sarah Sari Sarianna Saskia Satu Satu-Maria Satumarja Saul Sauli Sean Sebastian Seela Seidi
    Seija Selja Selma Senja Senni Seppo Serafiina Sergei Sergey Severi Shadi Shahid Signe Sigrid
    Sigurd Siina Siiri Silja Silva Silvia Simo Simon Simone Sini Sinikka Sinna Siri Sirje Sirkka
    Sirkku Sirpa Siru Sisu Siv Siw Sixten Sofia Sofie Sohvi Soila Soile Soili Soini Sointu
    Solbritt Solja Solveig Sonja Sonny Sophia Sophie Staffan Stanislav Stefan Stefanie Stella
    Stellan Sten Stephen Steven Stig Stig-Göran Stina Sture Sulevi Sulo Sune Sunil Suoma Susan
    Susann Susanna Susanne Sussi Suvi Suvimarja Suzanne Svante Sven Svetlana Sylvi Sylvia Sylwia
    Säde Sämi Sören Taavetti Taavi Tage Tahvo Taija Taika Taimi Taina Taisto Tamara Tamás Taneli
    Tanja Tapani Tapio Tarja Tarmo Taru Tatiana Tatjana Tatu Tauno Tea Ted Teea Teemu Teija
    Teijaleena Teijo Tellervo Tenho Teppo Teresa Terese Teresia Terhi Terho Tero Terttu Tessa
    Teuvo Thea Theo Theodor Theresa Therese Thomas Thor Thorsten Thure Tia Tiia Tiina Tiinu
    Tilda Tilla Timi Timo Timothy Timur Tina Tinja Titta Tobias Toini Toivo Tom Tomas Tomasz
    Tomi Tommi Tommy Toni Tony Topi Topias Tor Torbjörn Tord Tore Torolf Torsten Torsti Tove
    Trygve Tua Tuija Tuija-Liisa Tuire Tuomas Tuomo Tuovi Ture Turkka Turo Tuukka Tuula Tuuli
    Tuulia Tuulikki Tuure Tuva Tyko Tyra Tytti Tyyne Tyyni Ulf Ulla Ulla-Maija Ulla-Riitta
    Ullamaija Ulpu Ulrica Ulriika Ulrika Unni Uno Unto Uolevi Urban Urho Uri Urmas Urpo Ursula
    Urszula Uuno Vaito Valde Valdemar Valentin Valentina Valeri Valeria Valma Valter Valto
    Valtteri Vanessa Vappu Varpu Vasili Veera Veeti Veijo Veikka Veikko Veini Veli Veli-Matti
    Veli-Pekka Vellamo Venla Venni Vera Verner Verneri Vernon Veronica Veronika Vertti Vesa
    Vesa-Matti Victor Victoria Vidar Vieno Viivi Viktor Viktoria Viktorija Vilhelm Vilhelmiina
    Vilho Vili Vilja Viljami Viljar Viljo Ville Ville-Pekka Vilma Vincent Viola Virpi Virva
    Virve Visa Vitali Vivan Viveca Viveka Vivi Vivi-Ann Vivian Vladimir Vuokko Väinö Walter
    Waltteri Wei Werner Wilhelm Wilhelmiina Wilhelmina Wille William Wilma Wiola Wivan Wolfgang
    Xavier Xiao Yana Yasmin Yelena Ylva Yngvar Yngve Yrjö Yrsa Yuki Yuliya Yuri Yusuf Yvonne
    Zahra Zainab Zoe Zsuzsanna Åke Åsa Åse Åsmund Östen
"""

FIRST_NAMES: Final = frozenset(_NAMES.split())
